/** What a page sends to the worker. */
export type PageMessage =
  /** The learner wants the new version: the waiting worker takes over. */
  | { readonly type: 'take-over' }
  /** A page has started with this entry script; older versions may be deleted if no other page needs them. */
  | { readonly type: 'started'; readonly script: string }
