import words from '../../lessons/search/words.json'

const ALIKE: Readonly<Record<string, string | undefined>> = words.alike

/** An English word without its ending, so that `fails`, `failed` and `failing` are equal. For searching only. */
export function stem(word: string): string {
  const plain = ALIKE[word] ?? word
  if (plain.length < 4 || !/^[a-z]+$/.test(plain)) return plain
  const single = plain.replace(/ies$/, 'y').replace(/([^su])s$/, '$1')
  const bare = single.replace(/(?<=..[^e])(?:ing|ed)$/, '')
  // `stopped` becomes `stop`, but `calling` becomes `call`.
  const even = bare === single ? bare : bare.replace(/([bdgmnprt])\1$/, '$1')
  return (ALIKE[even] ?? even).replace(/(?<=...[st])ion$/, '').replace(/(?<=...)e$/, '')
}
