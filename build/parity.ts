import type { Outline, OutlineSection } from './lesson-outline'
import { outline } from './lesson-outline'

function differing(what: string, zh: readonly string[], en: readonly string[]): string[] {
  const length = Math.max(zh.length, en.length)
  const at = Array.from({ length }, (_, index) => index).find((index) => zh[index] !== en[index])
  if (at === undefined) return []
  return [`${what} ${at + 1} differs: zh has ${show(zh[at])}, en has ${show(en[at])}`]
}

function show(text: string | undefined): string {
  return text === undefined ? 'nothing' : JSON.stringify(text)
}

function shape({ blocks }: OutlineSection): string[] {
  return blocks.map(({ kind, items }) => (items > 0 ? `${kind} of ${items}` : kind))
}

function sectionsDiffering(zh: Outline, en: Outline): string[] {
  const ids = differing(
    'heading',
    zh.sections.map(({ id }) => id),
    en.sections.map(({ id }) => id),
  )
  if (ids.length > 0) return ids
  return zh.sections.flatMap((section, index) => {
    const translation = en.sections[index]
    return translation ? differing(`"${section.id}" block`, shape(section), shape(translation)) : []
  })
}

/** How two lesson files differ in structure, as sentences; empty if they correspond. */
export function parityProblems(zhSource: string, enSource: string, folder: string): string[] {
  const zh = outline(zhSource, `${folder}/zh.md`)
  const en = outline(enSource, `${folder}/en.md`)
  return [
    ...differing('front matter', Object.keys(zh.fields), Object.keys(en.fields)),
    ...sectionsDiffering(zh, en),
    ...differing('code', zh.fences, en.fences),
    ...differing('link', zh.links, en.links),
  ].map((problem) => `${folder}: ${problem}`)
}
