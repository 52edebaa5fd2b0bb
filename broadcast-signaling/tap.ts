import type { RefusalReason, SignalMessage } from './message'

/** One message seen at one end. Everything is reported, also what has no effect. */
export interface TapEntry {
  direction: 'out' | 'in'
  /**
   * `control` is a hello, in either direction. The rest is incoming only: `delivered` went on to `onMessage`;
   * `duplicate` had been delivered before; `out-of-order` came after a gap and was dropped, to be sent again; `refused`
   * failed the guard, or is from a session that is not, or no longer, the other end's.
   */
  outcome: 'sent' | 'delivered' | 'duplicate' | 'out-of-order' | 'control' | 'refused'
  /** `performance.now()` of this page. */
  at: number
  /** The length of the JSON in UTF-16 units; 0 for what could not be read safely. */
  size: number
  /** Absent when the guard refused it. */
  message?: SignalMessage
  /** Only when refused. */
  reason?: RefusalReason | 'old-session' | 'stranger'
  detail?: string
  /** How many messages this end has refused so far; given once not every refusal is reported. */
  count?: number
}
