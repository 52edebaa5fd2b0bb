import type { Road } from './lab'

/** A lab as lists and addresses name it. */
export interface LabEntry {
  /** Folder under lessons/labs, address `/<language>/labs/<id>/`. */
  readonly id: string
  readonly road: Road
}

/** Every lab, in the order in which the map shows them on their roads. */
export const LABS = [
  { id: 'no-tracks', road: 'first-call' },
  { id: 'lost-answer', road: 'first-call' },
  { id: 'early-candidate', road: 'first-call' },
  { id: 'one-way', road: 'first-call' },
  { id: 'channel-never-opens', road: 'first-call' },
  { id: 'copy-paste', road: 'first-call' },
  { id: 'no-camera', road: 'first-call' },
  { id: 'hang-up', road: 'first-call' },
  { id: 'wrong-order', road: 'first-call' },
  { id: 'two-answers', road: 'broken-calls' },
  { id: 'no-candidates', road: 'broken-calls' },
  { id: 'unreachable-address', road: 'broken-calls' },
  { id: 'relay-only', road: 'broken-calls' },
  { id: 'wrong-password', road: 'broken-calls' },
  { id: 'wrong-fingerprint', road: 'broken-calls' },
  { id: 'codec-mismatch', road: 'broken-calls' },
  { id: 'slow-signaling', road: 'broken-calls' },
  { id: 'stale-candidate', road: 'changing-calls' },
  { id: 'both-call', road: 'changing-calls' },
  { id: 'perfect-negotiation', road: 'changing-calls' },
  { id: 'ice-restart', road: 'changing-calls' },
  { id: 'share-screen', road: 'changing-calls' },
  { id: 'five-mutes', road: 'changing-calls' },
  { id: 'negotiation-needed', road: 'changing-calls' },
  { id: 'rollback', road: 'changing-calls' },
  { id: 'simulcast', road: 'changing-calls' },
] as const satisfies readonly LabEntry[]

export type LabId = (typeof LABS)[number]['id']

export const LAB_IDS: readonly LabId[] = LABS.map(({ id }) => id)

/** Whether a text from outside (an address, a link) names a lab. */
export function isLabId(text: string): text is LabId {
  return (LAB_IDS as readonly string[]).includes(text)
}

/** The labs of one road, in order. */
export function labsOn(road: Road): readonly LabId[] {
  return LABS.filter((lab) => lab.road === road).map(({ id }) => id)
}
