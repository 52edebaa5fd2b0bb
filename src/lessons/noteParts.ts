import type { ReadingBlock, ReadingSection } from './readingSections'

/** The parts of a note that are folded, in their order. */
export const FOLD_IDS = ['how', 'mistake', 'why'] as const

export type FoldId = (typeof FOLD_IDS)[number]

/** A note, the short part first. */
export interface NoteParts {
  /** The first paragraph, with what it announces. */
  readonly lead: readonly ReadingBlock[]
  /** What is seen on the screen; null where the note names nothing. */
  readonly look: ReadingSection | null
  readonly folds: readonly { readonly id: FoldId; readonly sections: readonly ReadingSection[] }[]
}

/** The fold that holds a section of a note, by the section's id; null for what is never folded. */
function foldOf(section: string): FoldId | null {
  if (section === 'prose') return 'how'
  if (section === 'mistake') return 'mistake'
  return section === 'look-at' ? null : 'why'
}

/** Divides the sections of a note: nothing is left out, and within a part the order stays. */
export function noteParts(sections: readonly ReadingSection[]): NoteParts {
  const prose = sections.find(({ id }) => id === 'prose')
  const blocks = prose?.blocks ?? []
  // A first paragraph that ends in a colon keeps the list or the code that it announces.
  const size = /[:：]<\/p>\s*$/.test(blocks[0]?.html ?? '') ? 2 : 1
  const rest = sections.map((section) =>
    section === prose ? { ...section, blocks: blocks.slice(size) } : section,
  )
  const folds = FOLD_IDS.map((id) => ({
    id,
    sections: rest.filter((section) => foldOf(section.id) === id && section.blocks.length > 0),
  }))
  return {
    lead: blocks.slice(0, size),
    look: sections.find(({ id }) => id === 'look-at') ?? null,
    folds: folds.filter((fold) => fold.sections.length > 0),
  }
}
