/** A false claim: how it is recognised in each language, and the sentences in which it once stood. */
export interface RefutedClaim {
  readonly claim: string
  readonly zh?: Wording
  readonly en?: Wording
}

interface Wording {
  readonly pattern: RegExp
  readonly was: readonly string[]
}
