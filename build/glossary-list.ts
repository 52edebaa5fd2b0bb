import en from '../lessons/glossary/en.json'
import zh from '../lessons/glossary/zh.json'
import type { PageLanguage } from './page-addresses'
import { inline } from './page-words'

/** The glossary as a list, readable without any style or script; each term can be linked to. */
export function glossaryList(language: PageLanguage): string {
  const english: Readonly<Record<string, { term: string; text: string } | undefined>> = en
  const items = Object.entries(zh).map(([id, { term, text }]) => {
    const translation = english[id]
    const name = inline({ zh: term, en: translation?.term ?? term }, language)
    const meaning = inline({ zh: text, en: translation?.text ?? text }, language)
    return `<dt id="${id}">${name}</dt>\n<dd>${meaning}</dd>`
  })
  return `<dl>\n${items.join('\n')}\n</dl>`
}
