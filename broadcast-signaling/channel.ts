/**
 * A wire between pages that nobody owns. Every implementation keeps this contract
 * (tests/signaling/channel.test.ts), so the code above cannot tell one from another:
 *
 * - ordered: what one object posts arrives in the order it was posted;
 * - no echo: every other open channel of the same name hears a post, the object that posted does not;
 * - no buffer: a post reaches the listeners of the moment, and nobody who comes later;
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
  /** Ends sending and hearing for this object only. Calling it again does nothing. */
  close(): void
}
