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
 * The text as the index writes it: half width, simplified characters, one word for each thing. The length stays the
 * same, so positions stay valid.
 */
export function fold(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) ?? character)
    .replace(SAME_PATTERN, (word) => SAME.get(word) ?? word)
}
