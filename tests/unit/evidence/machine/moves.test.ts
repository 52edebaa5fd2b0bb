import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../../machines/contracts'
import { HANDSHAKE_13 } from '../../../../machines/scripts/handshake13'
import { replay } from '../../../../machines/log'
import type { Snapshots } from '../../../../machines/log'
import { lastMoves } from '../../../../src/evidence/machine/moves'
import type { Moves } from '../../../../src/evidence/machine/moves'
import { fromLog } from '../../../../src/trace/fromLog'
import { happyLog, troubledLog } from '../timeline/logs'
import { toEntry } from '../../../../src/trace/toLog'
import type { TraceEvent } from '../../../../src/trace/traceEvent'
import { logOf, runUpTo, viewOf } from '../../../support/callLog'

/** The last moves, found by comparing all the moments of a replayed log, without the cache. */
function movesOf(events: readonly TraceEvent[], moments: readonly Snapshots[]): Moves {
  const moves: Moves = { caller: null, callee: null }
  for (const [index, traced] of events.entries()) {
    // What XState adds to its own events is not in a trace.
    const { end, event, seq } = toEntry(traced)
    const [before, after] = [moments[index]?.[end], moments[index + 1]?.[end]]
    if (before === undefined || after === undefined) continue
    if (JSON.stringify(before.value) === JSON.stringify(after.value)) continue
    moves[end] = { before, event, key: String(seq) }
  }
  return moves
}

test('the last move of each end is read from the trace, at the newest moment and when looking back', () => {
  const told = runUpTo('set-remote-offer')
  const { trace } = viewOf(told)
  const entries = logOf(told)
  const moments = replay(HANDSHAKE_13, DEFAULT_SETTINGS, entries)
  const eventAt = (count: number) =>
    lastMoves({ ...trace, events: trace.events.slice(0, count) }, moments).caller?.event.type ?? null
  expect(eventAt(entries.length)).toBe('xstate.done.actor.send-offer')
  const run = entries.findIndex(({ event }) => event.type === 'step.run')
  expect(eventAt(run)).toBe(null)
  expect(eventAt(run + 1)).toBe('step.run')
  expect(eventAt(entries.length)).toBe('xstate.done.actor.send-offer')
})

test('at every moment, in any order and of any call, the moves are those of a replay', async () => {
  const logs = [await happyLog(), await troubledLog()]
  const calls = logs.map((log) => ({
    whole: fromLog(log),
    moments: replay(HANDSHAKE_13, DEFAULT_SETTINGS, log),
  }))
  const look = fc.record({ which: fc.nat(1), percent: fc.nat(100) })
  fc.assert(
    fc.property(fc.array(look, { minLength: 1, maxLength: 8 }), (looks) => {
      for (const { which, percent } of looks) {
        const { whole, moments } = calls[which]!
        const length = Math.round((percent / 100) * whole.length)
        const moves = lastMoves({ events: whole.slice(0, length), whole }, moments)
        expect(moves).toEqual(movesOf(whole.slice(0, length), moments))
      }
    }),
    { numRuns: 40 },
  )
})

test('a trace without snapshots has no moves, and none are cached', () => {
  const told = runUpTo('set-remote-offer')
  const { trace } = viewOf(told)
  const moments = replay(HANDSHAKE_13, DEFAULT_SETTINGS, logOf(told))
  expect(lastMoves(trace, [])).toEqual({ caller: null, callee: null })
  expect(lastMoves(trace, moments)).toEqual(movesOf(trace.events, moments))
})
