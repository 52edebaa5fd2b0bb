import type { Reading } from '../i18n/i18n'
import { firstLanguage, langTag } from '../i18n/i18n'
import type { Lesson } from './lessons'
import { pairSections } from './pairSections'

export interface ReadingBlock {
  readonly html: string
  /** BCP 47 tag of `html`; `secondary` is always English. */
  readonly lang: string
  readonly secondary: string
}

export interface ReadingSection {
  readonly id: string
  readonly title: string
  readonly secondary: string
  readonly blocks: readonly ReadingBlock[]
}

/** The sections of a text in a reading: each block, and in 双语 the English text where it differs. */
export function readingSections(first: Lesson, english: Lesson | null, reading: Reading): ReadingSection[] {
  const lang = langTag(firstLanguage(reading))
  if (english === null) {
    return first.sections.map(({ id, title, blocks }) => ({
      id,
      title,
      secondary: '',
      blocks: blocks.map((html) => ({ html, lang, secondary: '' })),
    }))
  }
  return pairSections(first, english).map(({ id, title, blocks }) => ({
    id,
    title: title.zh,
    secondary: title.en,
    blocks: blocks.map((block) => ({ html: block.zh, lang, secondary: block.same ? '' : block.en })),
  }))
}
