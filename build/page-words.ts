import en from '../lessons/pages/en.json'
import zh from '../lessons/pages/zh.json'
import type { LessonLanguage } from '../src/lessons/lessons'
import type { PageLanguage } from './page-addresses'
import { escapeHtml } from './html'

/** The words of the pages that are written at build time. */
export type PageWords = typeof zh

export const WORDS: Readonly<Record<LessonLanguage, PageWords>> = { zh, en }

/** The language that a page declares, and that of its second text. */
export const HTML_LANG = { zh: 'zh-CN', en: 'en', both: 'zh-CN' } as const satisfies Record<
  PageLanguage,
  string
>

/** A text in its two languages. */
export type BilingualText = Readonly<Record<LessonLanguage, string>>

/** One word in both languages. */
export function words(pick: (from: PageWords) => string): BilingualText {
  return { zh: pick(zh), en: pick(en) }
}

/** A text as plain text in the language of a page, or in both. */
export function plain(text: BilingualText, language: PageLanguage): string {
  if (language !== 'both') return text[language]
  return text.zh === text.en ? text.zh : `${text.zh} · ${text.en}`
}

/** A text as HTML in the language of a page, or in both with the English marked as such. */
export function inline(text: BilingualText, language: PageLanguage): string {
  if (language !== 'both') return escapeHtml(text[language])
  if (text.zh === text.en) return escapeHtml(text.zh)
  return `${escapeHtml(text.zh)} <span lang="en">${escapeHtml(text.en)}</span>`
}

/** A paragraph in the language of a page, or one in each. */
export function paragraphs(text: BilingualText, language: PageLanguage): string {
  if (language !== 'both') return `<p>${escapeHtml(text[language])}</p>`
  return `<p>${escapeHtml(text.zh)}</p>\n<p lang="en">${escapeHtml(text.en)}</p>`
}
