// Measures things in turn, so that other load of the machine affects all of them.

/** Milliseconds between two measurements, for the first one's clean-up. */
const REST = 200

/**
 * Runs every kind once in each round; every other round goes backwards, so that none always
 * comes after the same one.
 * @template {string} Kind
 * @template Result
 * @param {Record<Kind, () => Promise<Result>>} kinds
 * @returns {Promise<Record<Kind, Result[]>>}
 */
export async function takeTurns(kinds, /** @type {number} */ rounds, /** @type {number} */ warmUp) {
  const names = /** @type {Kind[]} */ (Object.keys(kinds))
  /** @type {Record<string, Result[]>} */
  const results = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const result = await kinds[name]()
      if (round >= warmUp) results[name]?.push(result)
      await new Promise((resolve) => setTimeout(resolve, REST))
    }
  }
  return /** @type {Record<Kind, Result[]>} */ (results)
}
