import type { Reading } from '../i18n/i18n'
import { firstLanguage, langTag } from '../i18n/i18n'
import type { Lesson } from './lessons'
import { pairSections } from './pairSections'

export interface ReadingBlock {
  readonly html: string
  /** BCP 47 tag of `html`; the twin is always English. */
  readonly lang: string
  readonly twin: string
}

export interface ReadingSection {
  readonly id: string
  readonly title: string
  readonly twin: string
  readonly blocks: readonly ReadingBlock[]
}

/** The sections of a text as a reading shows them: each block, and in 双语 its English twin where it differs. */
export function readingSections(first: Lesson, twin: Lesson | null, reading: Reading): ReadingSection[] {
  const lang = langTag(firstLanguage(reading))
  if (twin === null) {
    return first.sections.map(({ id, title, blocks }) => ({
      id,
      title,
      twin: '',
      blocks: blocks.map((html) => ({ html, lang, twin: '' })),
    }))
  }
  return pairSections(first, twin).map(({ id, title, blocks }) => ({
    id,
    title: title.zh,
    twin: title.en,
    blocks: blocks.map((block) => ({ html: block.zh, lang, twin: block.same ? '' : block.en })),
  }))
}
