import type { ReachState } from '../../diagnosis/reach'

/** How far a step came, as a sign; its words are in reachWords. */
export const REACH_SIGNS: Readonly<Record<ReachState, string>> = {
  done: '✓',
  failed: '✕',
  inferred: '≈',
  skipped: '–',
  'not-reached': '–',
  'not-recorded': '?',
}
