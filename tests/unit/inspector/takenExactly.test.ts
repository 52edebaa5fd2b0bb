import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { expect, test } from 'vitest'
import type { AnyStateMachine } from 'xstate'
import { calleeMachine } from '../../../machines/callee'
import { callerMachine } from '../../../machines/caller'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { replay } from '../../../machines/log'
import { takenExactly } from '../../../src/inspector/chart/takenExactly'
import { prepareTaken } from '../../../src/inspector/chart/takenForSure'
import { happyLog, troubledLog } from '../evidence/timeline/logs'
import { sent } from './runMachine'

test('for our own machines all taken edges of a call are returned, with their guards and from the definition alone', async () => {
  const taken = { caller: prepareTaken(sent(callerMachine)), callee: prepareTaken(sent(calleeMachine)) }
  for (const log of [await happyLog(), await troubledLog()]) {
    const moments = replay(HANDSHAKE_13, DEFAULT_SETTINGS, log)
    let moved = 0
    for (const [index, { end, event }] of log.entries()) {
      const [before, after] = [moments[index]?.[end], moments[index + 1]?.[end]]
      if (before === undefined || after === undefined || event.type === 'xstate.init') continue
      if (JSON.stringify(before.value) === JSON.stringify(after.value)) continue
      moved++
      const machine: AnyStateMachine = end === 'caller' ? callerMachine : calleeMachine
      const edges = takenExactly(machine, before, event)
      expect(edges, event.type).not.toEqual([])
      const guessed = taken[end]({ value: before.value }, event.type, after.value)
      expect(guessed, event.type).toEqual(edges)
    }
    expect(moved).toBeGreaterThan(10)
  }
})
