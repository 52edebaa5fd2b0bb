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

/** The changes of each end up to the first connection: signalingState on one clock, both states of ICE on the other. */
export function clockRows(entries: readonly LogEntry[]): ClockRow[] {
  const rows: ClockRow[] = []
  const last = new Map([
    ['signalingState', { caller: 'stable', callee: 'stable' }],
    ['iceGatheringState', { caller: 'new', callee: 'new' }],
    ['iceConnectionState', { caller: 'new', callee: 'new' }],
  ] as const)
  for (const { at, end, event } of entries) {
    if (event.type !== 'pc.changed') continue
    for (const [name, seen] of last) {
      const state = event.status[name]
      if (state === undefined || state === seen[end]) continue
      seen[end] = state
      rows.push({ at, end, clock: name === 'signalingState' ? 'signaling' : 'ice', state })
    }
    const signaling = last.get('signalingState')
    const ice = last.get('iceConnectionState')
    const isOver = [ice?.caller, ice?.callee].every((state) => state !== 'new' && state !== 'checking')
    if (isOver && signaling?.caller === 'stable' && signaling.callee === 'stable') break
  }
  return rows
}

/** A time in seconds, with its sign: before a moment or after it. */
export function formatOffset(milliseconds: number): string {
  const text = (Math.abs(milliseconds) / 1000).toFixed(3)
  return `${milliseconds <= -0.5 ? '−' : '+'}${text} s`
}
