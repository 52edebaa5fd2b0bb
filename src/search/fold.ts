import words from '../../lessons/search/words.json'

const SIMPLIFIED = new Map(
  Array.from(words.traditional, (character, at) => [
    character,
    Array.from(words.simplified)[at] ?? character,
  ]),
)
const TRADITIONAL = new RegExp(`[${words.traditional}]`, 'gu')

const SAME = new Map(Object.entries(words.same))
const SAME_PATTERN = new RegExp([...SAME.keys()].join('|'), 'gu')

/**
 * The same text in the writing of the index: half width, simplified characters, one word for each thing.
 * Its length stays, so that a place in the one is the same place in the other.
 */
export function fold(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) ?? character)
    .replace(SAME_PATTERN, (word) => SAME.get(word) ?? word)
}
