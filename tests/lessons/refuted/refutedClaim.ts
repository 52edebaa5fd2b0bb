/** A false claim: how to recognise it in each language, and the sentences that made it. */
export interface RefutedClaim {
  readonly claim: string
  readonly zh?: Wording
  readonly en?: Wording
}

interface Wording {
  readonly pattern: RegExp
  readonly was: readonly string[]
}
