import { describe, expect, test } from 'vitest'
import { machinesOf } from '../../machines/endMachine'
import { isKnownEvent, replay } from '../../machines/log'
import type { LogEntry, Snapshots } from '../../machines/log'
import { deriveStatuses, viewEnds } from '../../machines/progress'
import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import { stepsOf } from '../../machines/script'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import { viewCall } from '../../src/session/callView'
import { graphMachine } from '../../src/inspector/chart/chartGraph'
import { runTiny, turnOf } from '../support/tinyCall'
import { TINY } from '../support/tinyScript'
import type { TinyId } from '../support/tinyScript'
import { endsOf } from '../support/endsOf'

const ROLES = ['caller', 'callee'] as const
/** The parts of two moments that must be equal, without the children of a live actor. */
function plain({ caller, callee }: Snapshots) {
  return JSON.stringify([caller.value, caller.context, callee.value, callee.context])
}

describe('a call of another script', () => {
  test('connects with its own steps, in its own order', async () => {
    const { snapshots } = await runTiny()
    const taken = snapshots
      .map(turnOf)
      .flatMap(({ step, end, tag }) => (tag === 'busy' && step ? [`${end} ${step}`] : []))
    expect(taken.filter((one, at) => one !== taken[at - 1])).toEqual([
      'callee prepare',
      'caller offer',
      'caller post-offer',
      'callee answer',
      'callee post-answer',
      'caller accept',
    ])
    const { caller, callee } = snapshots.at(-1)!
    expect(caller.context).toMatchObject({ media: null, peer: { signalingState: 'stable' } })
    expect(caller.context.peer?.currentLocalDescription?.sdp).toContain('m=application')
    expect(callee.context.peer?.transceivers).toHaveLength(1)
  })

  test('has at every moment a turn whose step is the first that is not done', async () => {
    const { snapshots } = await runTiny()
    for (const moment of snapshots) {
      const { step, phase } = turnOf(moment)
      const statuses = deriveStatuses<TinyId>(TINY, viewEnds(moment))
      const open = TINY.steps.map(({ id }) => id).filter((id) => statuses[id] !== 'done')
      expect(step).toBe(open[0] ?? null)
      expect(phase === 'steps').toBe(open.length > 0)
      expect(open.slice(1).every((id) => statuses[id] === 'todo' || statuses[id] === 'ready')).toBe(true)
    }
  })

  test('lets the caller go first as well: a step waits only for what it needs', () => {
    const [first] = replay(TINY, DEFAULT_SETTINGS, [])
    const run: LogEntry<TinyId> = { seq: 0, at: 0, end: 'caller', event: { type: 'step.run', step: 'offer' } }
    const [, next] = replay(TINY, DEFAULT_SETTINGS, [run])
    expect(deriveStatuses<TinyId>(TINY, viewEnds(first!))).toMatchObject({ prepare: 'ready', offer: 'ready' })
    expect(deriveStatuses<TinyId>(TINY, viewEnds(next!))).toMatchObject({ prepare: 'ready', offer: 'busy' })
    expect(turnOf(next!)).toEqual({ phase: 'steps', step: 'prepare', end: 'callee', tag: 'ready' })
  })

  test('replays from its log to exactly the same snapshots', async () => {
    const { log, snapshots } = await runTiny()
    const replayed = replay(TINY, DEFAULT_SETTINGS, log)
    expect(replayed.map(plain)).toEqual(snapshots.map(plain))
    expect(log.filter((entry) => !isKnownEvent(TINY, entry))).toEqual([])
    // Its own actors end with its own steps' names, which the other script's machines do not wait for.
    expect(log.filter((entry) => !isKnownEvent(HANDSHAKE_13, entry)).length).toBeGreaterThan(0)
  })

  test('has checkpoints at its own steps', async () => {
    const { checkpoints } = await runTiny()
    expect([...new Set(checkpoints.map(({ step }) => step as string | null))]).toEqual([
      null,
      ...TINY.steps.map(({ id }) => id),
    ])
  })

  test('is a view with connections and a trace, as any other', async () => {
    const history = await runTiny()
    const view = viewCall(history)
    const { connections, trace, turn } = view
    expect(connections.map(({ id }) => id)).toEqual(ROLES)
    expect(trace.events).toHaveLength(history.log.length)
    expect(endsOf(view).caller.context.peer?.currentRemoteDescription?.type).toBe('answer')
    expect(turn.phase).toBe('connected')
  })
})

describe.each(ROLES)('the chart of the %s', (role) => {
  const graph = graphMachine(machinesOf(TINY)[role].root)
  const own = stepsOf(TINY, role).map(({ id }) => id)

  test('has its steps first, each a state of its own, in order', () => {
    const top = graph.states.filter(({ parent }) => parent === role).map(({ key }) => key)
    expect(top.slice(0, own.length)).toEqual(own)
    expect(top).toContain('connection')
    for (const id of own) {
      const inside = graph.states.filter(({ parent }) => parent === id).map(({ key }) => key)
      expect(inside).toEqual(expect.arrayContaining(['ready', 'running', 'failed']))
    }
  })
})
