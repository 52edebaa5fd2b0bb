import type { SearchEntry } from './entry'

/**
 * A text to look in. An entry has one of all its words, and a short one for each of its titles, for each thing that
 * people type, and for each thing that browsers say.
 */
export interface Unit {
  readonly entry: SearchEntry
  readonly title: string
  readonly body: string
  /** Whether it fits best where the question has all of its words. */
  readonly isShort: boolean
  /** Whether a browser says it. */
  readonly isSaid: boolean
}

/** The texts by which an entry is found. */
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
