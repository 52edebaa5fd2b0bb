import type { Lesson } from './lessons'

/** A block in both languages; `same` if both are equal, such as code. */
export interface PairedBlock {
  readonly zh: string
  readonly en: string
  readonly same: boolean
}

export interface PairedSection {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly blocks: readonly PairedBlock[]
}

/** Pairs a lesson with its English translation, block by block, for reading in both languages. */
export function pairSections(zh: Lesson, en: Lesson): PairedSection[] {
  const englishById = new Map(en.sections.map((section) => [section.id, section]))
  return zh.sections.map(({ id, title, blocks }) => {
    const english = englishById.get(id)
    if (!english) throw new Error(`no English section "${id}" beside the Chinese one`)
    if (english.blocks.length !== blocks.length) throw new Error(`section "${id}" has unequal blocks`)
    return {
      id,
      title: { zh: title, en: english.title },
      blocks: blocks.map((block, index) => {
        const other = english.blocks[index] ?? ''
        return { zh: block, en: other, same: block === other }
      }),
    }
  })
}
