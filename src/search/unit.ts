import type { SearchEntry } from './entry'

/**
 * A text to search. Each entry has one with all its words, and a short one for each title, each phrase that people
 * type, and each text of a browser.
 */
export interface Unit {
  readonly entry: SearchEntry
  readonly title: string
  readonly body: string
  /** Whether it matches best if the query has all of its words. */
  readonly isShort: boolean
  /** Whether it is a text of a browser. */
  readonly isBrowserText: boolean
}

/** The texts by which an entry can be found. */
export function unitsOf(entry: SearchEntry): Unit[] {
  const { title, text, code, phrases, browserTexts } = entry
  const short = (body: string, isBrowserText: boolean) => ({
    entry,
    title: '',
    body,
    isShort: true,
    isBrowserText,
  })
  return [
    {
      entry,
      title: `${title.zh} ${title.en}`,
      body: `${text.zh} ${text.en} ${code}`,
      isShort: false,
      isBrowserText: false,
    },
    ...phrases.map((phrase) => short(phrase, false)),
    ...browserTexts.map((browserText) => short(browserText, true)),
  ]
}
