import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { replay } from '../../../machines/log'
import type { LogEntry, Snapshots } from '../../../machines/log'
import { createTrace } from '../../../src/inspector/callTrace'
import type { Moves } from '../../../src/inspector/callTrace'
import { happyLog, troubledLog } from '../evidence/timeline/logs'
import { runUpTo, viewOf } from '../features/peers/log'

/** The last moves by going through all the moments of a replayed log, whatever has been read before. */
function movesOf(log: readonly LogEntry[], moments: readonly Snapshots[]): Moves {
  const moves: Moves = { caller: null, callee: null }
  for (const [index, { end, event, seq }] of log.entries()) {
    const [before, after] = [moments[index]?.[end], moments[index + 1]?.[end]]
    if (before === undefined || after === undefined) continue
    if (JSON.stringify(before.value) === JSON.stringify(after.value)) continue
    moves[end] = { before, event, key: String(seq) }
  }
  return moves
}

test('the log tells the last move of each end, at the newest moment and when looking back', () => {
  const { entries } = viewOf(runUpTo('set-remote-offer'))
  const moments = replay(HANDSHAKE_13, DEFAULT_SETTINGS, entries)
  const trace = createTrace((index) => moments[index] ?? null)
  const eventAt = (count: number) => trace(entries.slice(0, count)).caller?.event.type ?? null
  expect(eventAt(entries.length)).toBe('xstate.done.actor.send-offer')
  const run = entries.findIndex(({ event }) => event.type === 'step.run')
  expect(eventAt(run)).toBe(null)
  expect(eventAt(run + 1)).toBe('step.run')
  expect(eventAt(entries.length)).toBe('xstate.done.actor.send-offer')
})

test('wherever one looks and in whatever order, of whichever call, the moves are those of a replay', async () => {
  const logs = [await happyLog(), await troubledLog()]
  const calls = logs.map((log) => ({ log, moments: replay(HANDSHAKE_13, DEFAULT_SETTINGS, log) }))
  const look = fc.record({ which: fc.nat(1), percent: fc.nat(100) })
  fc.assert(
    fc.property(fc.array(look, { minLength: 1, maxLength: 8 }), (looks) => {
      let current = calls[0]
      const trace = createTrace((index) => current?.moments[index] ?? null)
      for (const { which, percent } of looks) {
        current = calls[which]
        const seen = current?.log.slice(0, Math.round((percent / 100) * current.log.length)) ?? []
        expect(trace(seen)).toEqual(movesOf(seen, current?.moments ?? []))
      }
    }),
    { numRuns: 40 },
  )
})

test('of a call whose moments are gone nothing is told, and nothing of it is kept', () => {
  const { entries } = viewOf(runUpTo('set-remote-offer'))
  const moments = replay(HANDSHAKE_13, DEFAULT_SETTINGS, entries)
  let isGone = true
  const trace = createTrace((index) => (isGone ? null : (moments[index] ?? null)))
  expect(trace(entries)).toEqual({ caller: null, callee: null })
  isGone = false
  expect(trace(entries)).toEqual(movesOf(entries, moments))
})
