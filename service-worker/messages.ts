/** What a page sends to the worker. */
export type PageMessage =
  /** The learner wants the new version: the waiting worker takes over. */
  | { readonly type: 'take-over' }
  /** The learner wants everything stored. The worker answers on the port with `Keeping`, again and again. */
  | { readonly type: 'keep-all' }
  /** How much is not stored. The worker answers on the port with `Keeping`, once. */
  | { readonly type: 'how-much' }
  /** A page has started with this entry script; older versions may be deleted if no other page needs them. */
  | { readonly type: 'started'; readonly script: string }

/** What is not stored yet, in bytes, and whether storing it has failed. */
export interface Keeping {
  readonly left: number
  readonly hasFailed: boolean
}
