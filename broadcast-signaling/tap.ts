import type { RefusalReason, SignalMessage } from './message'

/** One thing seen on the wire of one end. Everything that crosses it is shown, the useless too. */
export interface TapEntry {
  direction: 'out' | 'in'
  /**
   * `control` is a hello, either way. Incoming only: `delivered` went on to `onMessage`;
   * `duplicate` had been delivered before; `out-of-order` came after a gap and was dropped, to come
   * again; `refused` did not pass the guard, or is from a session that is not, or no longer, the other end's.
   */
  outcome: 'sent' | 'delivered' | 'duplicate' | 'out-of-order' | 'control' | 'refused'
  /** `performance.now()` of this page. */
  at: number
  /** The length of the JSON in UTF-16 units; 0 for what could not be read safely. */
  size: number
  /** Missing when the guard refused it. */
  message?: SignalMessage
  /** Only when refused. */
  reason?: RefusalReason | 'old-session' | 'stranger'
  detail?: string
  /** How many messages this end has refused so far; given where not each of them is told any more. */
  count?: number
}
