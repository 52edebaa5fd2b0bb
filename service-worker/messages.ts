/** What a page tells the worker. */
export type PageMessage =
  /** The learner wants the new version: the waiting worker takes over. */
  | { readonly type: 'take-over' }
  /** A page has started with this entry script; older versions may go if nobody else needs them. */
  | { readonly type: 'started'; readonly script: string }
