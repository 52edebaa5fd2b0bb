import words from '../../lessons/search/words.json'

const ALIKE: Readonly<Record<string, string | undefined>> = words.alike

/** An English word without its ending: `fails`, `failed` and `failing` are one word. Made for finding, not for reading. */
export function stem(word: string): string {
  const plain = ALIKE[word] ?? word
  if (plain.length < 4 || !/^[a-z]+$/.test(plain)) return plain
  const single = plain.replace(/ies$/, 'y').replace(/([^su])s$/, '$1')
  const bare = single.replace(/(?<=..[^e])(?:ing|ed)$/, '')
  // `stopped` and `stop`; but `calling` is of `call`.
  const even = bare === single ? bare : bare.replace(/([bdgmnprt])\1$/, '$1')
  return (ALIKE[even] ?? even).replace(/(?<=...[st])ion$/, '').replace(/(?<=...)e$/, '')
}
