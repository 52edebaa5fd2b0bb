import type { PeerStatus } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import { roleOf } from '../trace/trace'
import type { Trace } from '../trace/trace'

/** One change of a state in one of the two lanes. */
export interface ClockRow {
  at: number
  end: End
  clock: 'signaling' | 'ice'
  /** `gathering` and `complete` are of iceGatheringState, the others of the state of their lane. */
  state: string
}

const NAMES = ['signalingState', 'iceGatheringState', 'iceConnectionState'] as const
/** The states of a new connection. */
const START = { signalingState: 'stable', iceGatheringState: 'new', iceConnectionState: 'new' } as const

/** The changes of each end up to the first connection: signalingState in one lane, both states of ICE in the other. */
export function clockRows(trace: Trace): ClockRow[] {
  const rows: ClockRow[] = []
  const peerAt = (id: string, index: number) => trace.factsAt(id, index)?.peer ?? null
  for (const { seq, at, conn, kind, data } of trace.events) {
    const end = roleOf(trace.connections, conn)
    if (kind !== 'state' || end === null) continue
    const before = peerAt(conn, seq) ?? START
    for (const name of NAMES) {
      const state = data[name]
      if (state === undefined || state === before[name]) continue
      rows.push({ at, end, clock: name === 'signalingState' ? 'signaling' : 'ice', state })
    }
    if (trace.connections.every(({ id }) => isSettled(peerAt(id, seq + 1)))) break
  }
  return rows
}

/** Whether signaling is stable with descriptions, and ICE has succeeded or failed. */
function isSettled(peer: PeerStatus | null): boolean {
  return peer?.signalingState === 'stable' && !['new', 'checking'].includes(peer.iceConnectionState)
}

/** A time in seconds, signed: before or after the reference moment. */
export function formatOffset(milliseconds: number): string {
  const text = (Math.abs(milliseconds) / 1000).toFixed(3)
  return `${milliseconds <= -0.5 ? '−' : '+'}${text} s`
}
