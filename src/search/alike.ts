/** A word of the index that may be meant, and how much of it is right, between 0 and 1. */
export interface Alike {
  readonly known: string
  readonly likeness: number
}

/** How many words may be meant by one that nobody has. */
const MOST = 8

/** The known words that begin with this one, or differ from it by a slip or two. */
export function alike(term: string, known: Iterable<string>): Alike[] {
  const isHan = /^\p{Script=Han}$/u.test(term)
  if (!isHan && !/^[a-z]{3,}$/.test(term)) return []
  const slips = term.length < 4 ? 0 : term.length < 8 ? 1 : 2
  const found: Alike[] = []
  for (const word of known) {
    if (word.startsWith(term)) found.push({ known: word, likeness: isHan ? 1 : term.length / word.length })
    else if (!isHan && Math.abs(word.length - term.length) <= slips && word[0] === term[0]) {
      const distance = editDistance(term, word, slips)
      if (distance <= slips) found.push({ known: word, likeness: 0.9 - distance / term.length })
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness).slice(0, isHan ? found.length : MOST)
}

/**
 * How many letters must be added, taken away, changed or swapped with their neighbour to make one word of the other
 * (optimal string alignment); more than `most` where it is more.
 */
export function editDistance(one: string, other: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[other.length] ?? 0
}
