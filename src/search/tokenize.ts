const HAN = /\p{Script=Han}+/gu
/** Names such as `a=setup`, `have-local-offer` or `InvalidStateError` stay whole, and are split besides. */
const LATIN = /[a-z0-9]+(?:[=._:+-][a-z0-9]+)*/g

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * The words of a text in both languages, for the index and for queries alike. Chinese gives the segmenter's words and
 * every pair of characters, so that a term is found even where the segmenter divides it otherwise.
 */
export function tokenize(text: string): string[] {
  const lower = text.toLowerCase()
  const latin = [...lower.matchAll(LATIN)].flatMap(([word]) => {
    const parts = word.split(/[=._:+-]/)
    return parts.length > 1 ? [word, ...parts] : parts
  })
  const han = [...lower.matchAll(HAN)].flatMap(([run]) => [...wordsOf(run), ...pairsOf(run)])
  return [...new Set([...latin, ...han])].filter((word) => word !== '')
}

function wordsOf(run: string): string[] {
  return Array.from(segmenter.segment(run), ({ segment }) => segment)
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run)
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`)
}
