import { vi } from 'vitest'
import { openSignaling } from '../../broadcast-signaling/signaling'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import { firstSnapshots } from '../../machines/log'
import type { LogEntry, Snapshots } from '../../machines/log'
import { deriveTurn, viewEnds } from '../../machines/progress'
import type { Script } from '../../machines/script'
import type { End, StepId } from '../../machines/steps'
import { createPeer } from '../../src/peer/createPeer'
import { lastSnapshots } from '../../src/session/callHistory'
import type { AppendableHistory } from '../../src/session/callHistory'
import { openEnd } from '../../src/session/openEnd'
import type { OpenEnd } from '../../src/session/openEnd'
import { openHistory } from '../../src/session/openHistory'
import { createFakeWorld } from './fakeCall'
import { TINY } from './tinyScript'
import type { TinyId } from './tinyScript'

/** In the type that the call's parts use; they read its steps. */
export const TINY_SCRIPT = TINY as Script as Script<StepId>

/** Runs a call of the tiny script between two fake connections, in the order of turns, until it is connected. */
export async function runTiny(): Promise<AppendableHistory> {
  const { world } = createFakeWorld()
  const history = openHistory(TINY_SCRIPT, firstSnapshots(TINY_SCRIPT, DEFAULT_SETTINGS))
  let isOver = false
  const open = (end: End): OpenEnd =>
    openEnd({
      script: TINY,
      end,
      room: 'tiny',
      settings: DEFAULT_SETTINGS,
      partner: 'first',
      openSignaling: (options) => openSignaling({ ...options, channel: world.openChannel('tiny') }),
      createPeer: ({ onFact }) => createPeer({ end, ...world, onFact, onStreams: () => undefined }),
      onEvent(event, snapshot) {
        if (isOver) return
        const entry: LogEntry = { seq: history.log.length, at: history.log.length, end, event }
        history.add(entry, { ...lastSnapshots(history), [end]: snapshot })
      },
    })
  const opened = { caller: open('caller'), callee: open('callee') }
  try {
    await vi.waitFor(
      () => {
        const { phase, step, end, tag } = turnOf(lastSnapshots(history))
        if (tag === 'ready') opened[end].send({ type: 'step.run', step: step as string as StepId })
        if (phase !== 'connected') throw new Error(`still ${phase} at ${String(step)}, ${tag}`)
      },
      { interval: 1, timeout: 3_000 },
    )
  } finally {
    isOver = true
    opened.caller.close()
    opened.callee.close()
  }
  return history
}

/** Whose turn it is in a call of the tiny script. */
export function turnOf(moment: Snapshots) {
  return deriveTurn<TinyId>(TINY, viewEnds(moment))
}
