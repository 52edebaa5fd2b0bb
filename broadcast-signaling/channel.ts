/**
 * A channel between pages that no page owns. Every implementation keeps this contract
 * (tests/signaling/channel.test.ts), so callers cannot tell them apart:
 *
 * - ordered: what one object posts arrives in the order it was posted;
 * - no echo: every other open channel of the same name receives a post, the posting object does not;
 * - no buffer: a post reaches the listeners that exist at that moment, and no later ones;
 * - copies: each receiver gets its own structured clone, taken when `post` was called;
 * - asynchronous: no listener runs before `post` has returned.
 */
export interface Channel {
  /**
   * Sends a copy to the others.
   * Throws a DOMException: `InvalidStateError` once closed, `DataCloneError` for what cannot be cloned.
   */
  post(data: unknown): void
  /** Calls the listener for each arriving post, until the returned function is called. */
  subscribe(listener: (data: unknown) => void): () => void
  /** Stops sending and receiving for this object only. Calling it again does nothing. */
  close(): void
}
