import type { LogEntry } from '../../machines/log'
import type { End } from '../../machines/steps'

/** One change of a state on one of the two clocks. */
export interface ClockRow {
  at: number
  end: End
  clock: 'signaling' | 'ice'
  /** `gathering` and `complete` are of iceGatheringState, the others of the property of their clock. */
  state: string
}

const START = { signalingState: 'stable', iceGatheringState: 'new', iceConnectionState: 'new' }
const NAMES = ['signalingState', 'iceGatheringState', 'iceConnectionState'] as const

/** The changes of each end up to the first connection: signalingState on one clock, both states of ICE on the other. */
export function clockRows(entries: readonly LogEntry[]): ClockRow[] {
  const rows: ClockRow[] = []
  const last: Record<End, Record<(typeof NAMES)[number], string>> = {
    caller: { ...START },
    callee: { ...START },
  }
  for (const { at, end, event } of entries) {
    if (event.type !== 'pc.changed') continue
    for (const name of NAMES) {
      const state = event.status[name]
      if (state === undefined || state === last[end][name]) continue
      last[end][name] = state
      rows.push({ at, end, clock: name === 'signalingState' ? 'signaling' : 'ice', state })
    }
    if (isSettled(last.caller) && isSettled(last.callee)) break
  }
  return rows
}

/** Agreed on, and ICE has come to an end either way. */
function isSettled({ signalingState, iceConnectionState }: typeof START): boolean {
  return signalingState === 'stable' && !['new', 'checking'].includes(iceConnectionState)
}

/** A time in seconds, with its sign: before a moment or after it. */
export function formatOffset(milliseconds: number): string {
  const text = (Math.abs(milliseconds) / 1000).toFixed(3)
  return `${milliseconds <= -0.5 ? '−' : '+'}${text} s`
}
