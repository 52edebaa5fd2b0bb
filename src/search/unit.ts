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
  readonly isSaid: boolean
}

/** The texts by which an entry can be found. */
export function unitsOf(entry: SearchEntry): Unit[] {
  const { title, text, code, phrases, says } = entry
  const short = (body: string, isSaid: boolean) => ({ entry, title: '', body, isShort: true, isSaid })
  return [
    {
      entry,
      title: `${title.zh} ${title.en}`,
      body: `${text.zh} ${text.en} ${code}`,
      isShort: false,
      isSaid: false,
    },
    ...phrases.map((phrase) => short(phrase, false)),
    ...says.map((said) => short(said, true)),
  ]
}
