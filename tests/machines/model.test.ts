import { describe, expect, test } from 'vitest'
import { transition } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import { calleeMachine } from '../../machines/callee'
import { callerMachine } from '../../machines/caller'
import { DEFAULT_SETTINGS, DOING } from '../../machines/contracts'
import type { Candidate, Description, EndEvent, PeerStatus } from '../../machines/contracts'
import { MAX_ASKS } from '../../machines/end'
import { viewEnd } from '../../machines/progress'
import type { EndSnapshot } from '../../machines/progress'
import { STEPS, STEP_IDS } from '../../machines/steps'
import type { End } from '../../machines/steps'
import { FRESH } from '../support/callLog'

/* Every state that either machine can reach, found by trying all events in every state (xstate/graph). States differ by
   their value and by what guards read of the context; the queues hold one candidate at most. The confirmations of the
   signaling are independent of that, so they are tried in each state instead of being multiplied with them. */

const offer: Description = { type: 'offer', sdp: 'v=0\r\n' }
const answer: Description = { type: 'answer', sdp: 'v=0\r\n' }
const candidate: Candidate = {
  candidate: 'candidate:1',
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment: 'u',
}

function changed(status: Partial<PeerStatus>): EndEvent {
  return { type: 'pc.changed', cause: 'test', status: { ...FRESH, ...status } }
}

/** Outputs of the invoked actors, by the id of the actor. */
const OUTPUTS: Record<string, unknown> = {
  'capture-media': { source: 'camera', tracks: [] },
  'prepare-callee-media': { source: 'camera', tracks: [] },
  'create-offer': offer,
  'create-answer': answer,
  'restart-ice': offer,
  'answer-restart': answer,
}

const TRACKS: EndEvent[] = [true, false].map((muted) => ({
  type: 'pc.track',
  track: { id: 't', kind: 'video', muted },
}))

/** A message was sent. */
const SENT: EndEvent = {
  type: 'signal.traffic',
  traffic: { direction: 'out', outcome: 'sent', size: 1, message: { kind: 'bye', seq: 0, from: 'caller' } },
}

/** The learner's intents for the step that an end stands at, and for the step before. */
function pressesIn(snapshot: EndSnapshot): EndEvent[] {
  const { step, context } = viewEnd(snapshot)
  return [step, context.done.at(-1) ?? null].flatMap((one): EndEvent[] =>
    one === null
      ? []
      : [
          { type: 'step.run', step: one },
          { type: 'step.retry', step: one },
        ],
  )
}

/** The possible events in a state: from the learner, the world, and the actors that run there. */
function eventsIn(snapshot: EndSnapshot): EndEvent[] {
  const running = Object.keys(snapshot.children).filter((id) => id !== 'peer' && id !== 'signaling')
  const settled = running.flatMap((id) => [
    { type: `xstate.done.actor.${id}`, output: OUTPUTS[id], actorId: id },
    { type: `xstate.error.actor.${id}`, error: new DOMException('no', 'InvalidStateError'), actorId: id },
  ])
  const delayed = snapshot._nodes.flatMap(({ after }) => after.map(({ eventType }) => ({ type: eventType })))
  const isCaller = snapshot.context.end === 'caller'
  return [
    ...pressesIn(snapshot),
    { type: 'ice.restart' },
    { type: 'call.hang-up' },
    { type: 'settings.change', settings: { trickle: false } },
    { type: 'signal.bye', reason: 'hang-up' },
    { type: 'signal.description', description: isCaller ? answer : offer },
    ...(snapshot.context.remote.length === 0 ? [{ type: 'signal.candidate' as const, candidate }] : []),
    ...(snapshot.context.local.length === 0 ? [{ type: 'pc.candidate' as const, candidate }] : []),
    { type: 'pc.end-of-candidates' },
    changed(isCaller ? { signalingState: 'have-local-offer', pendingLocalDescription: offer } : {}),
    changed({
      connectionState: 'connected',
      currentRemoteDescription: answer,
      currentLocalDescription: offer,
    }),
    changed({
      connectionState: 'disconnected',
      currentRemoteDescription: answer,
      currentLocalDescription: offer,
    }),
    changed({ connectionState: 'failed', currentRemoteDescription: answer, currentLocalDescription: offer }),
    // Track events only where a guard reads them: elsewhere they would only double every state.
    ...(snapshot.hasTag('connected') ? TRACKS : []),
    ...(settled as unknown as EndEvent[]),
    ...(delayed as unknown as EndEvent[]),
  ]
}

/** What distinguishes two snapshots: the state, and what guards read. */
function serialize({ value, context }: EndSnapshot): string {
  const { receivedDescription, descriptionSent, gathered, settings, peer, tracks } = context
  return JSON.stringify([
    value,
    receivedDescription !== null,
    descriptionSent,
    gathered,
    settings.trickle,
    peer?.connectionState,
    tracks.map(({ muted }) => muted),
  ])
}

function explore(end: End) {
  // As in machines/log.ts: the machines differ only in their states' names.
  const machine = end === 'caller' ? callerMachine : calleeMachine
  const paths = getShortestPaths(machine, {
    input: { settings: DEFAULT_SETTINGS },
    events: (snapshot) => eventsIn(snapshot) as never,
    serializeState: (snapshot) => serialize(snapshot),
    limit: 200_000,
  })
  return { machine, snapshots: paths.map(({ state }): EndSnapshot => state) }
}

type StateNode = typeof callerMachine.root
function leavesOf(node: StateNode): StateNode[] {
  const children = Object.values(node.states)
  return children.length === 0 ? [node] : children.flatMap(leavesOf)
}

describe.each(['caller', 'callee'] as const)('every state of the %s', (end) => {
  const { machine, snapshots } = explore(end)

  test('all states of the machine are reached', () => {
    const reached = new Set(snapshots.flatMap(({ _nodes }) => _nodes.map(({ id }) => id)))
    const leaves = leavesOf(machine.root).map(({ id }) => id)
    expect(leaves.filter((id) => !reached.has(id))).toEqual([])
  })

  test('says what the end is doing by exactly one tag', () => {
    const odd = snapshots.filter((snapshot) => DOING.filter((tag) => snapshot.hasTag(tag)).length !== 1)
    expect(odd.map(({ value }) => value)).toEqual([])
  })

  test('has its steps in order: what is done is a beginning of this end’s steps', () => {
    const own = STEPS.filter((step) => step.end === end).map(({ id }) => id)
    for (const { context } of snapshots) expect(context.done).toEqual(own.slice(0, context.done.length))
  })

  test('hanging up closes it from every state, and sends bye only once', () => {
    for (const snapshot of snapshots) {
      const [next] = transitionOf(machine, snapshot, { type: 'call.hang-up' })
      expect(viewEnd(next).tag).toBe('closed')
      const [again, actions] = transitionOf(machine, next, { type: 'call.hang-up' })
      expect(viewEnd(again).tag).toBe('closed')
      expect(actions).toEqual([])
    }
  })

  test('lets a failed step be tried again', () => {
    const failed = snapshots.filter(
      (snapshot) => viewEnd(snapshot).tag === 'failed' && viewEnd(snapshot).step !== null,
    )
    expect(failed.length).toBeGreaterThan(0)
    for (const snapshot of failed) {
      const [next] = transitionOf(machine, snapshot, { type: 'step.retry', step: viewEnd(snapshot).step! })
      expect(viewEnd(next)).toMatchObject({ tag: 'busy', step: viewEnd(snapshot).step })
      expect(next.context.problem).toBeNull()
    }
  })

  test('takes an intent only for the step it stands at: one for another changes nothing', () => {
    const taken = new Set<string>()
    // The effect of an intent depends only on the state.
    const states = new Map(snapshots.map((snapshot) => [JSON.stringify(snapshot.value), snapshot]))
    for (const [state, snapshot] of states) {
      for (const step of STEP_IDS) {
        for (const type of ['step.run', 'step.retry'] as const) {
          const [next, actions] = transitionOf(machine, snapshot, { type, step })
          const isMoved = JSON.stringify(next.value) !== state || next.context !== snapshot.context
          if (step === viewEnd(snapshot).step && isMoved) taken.add(step)
          else expect([isMoved, actions], `${type} ${step} in ${state}`).toEqual([false, []])
        }
      }
    }
    expect([...taken].sort()).toEqual(STEPS.flatMap((step) => (step.end === end ? [step.id] : [])).sort())
  })

  test('leaves gathering when the step is run again, and when trickle is turned on', () => {
    const gathering = snapshots.filter((snapshot) => viewEnd(snapshot).gathering)
    expect(gathering.length).toBeGreaterThan(0)
    for (const snapshot of gathering) {
      const [left] = transitionOf(machine, snapshot, { type: 'step.run', step: viewEnd(snapshot).step! })
      expect(viewEnd(left).gathering).toBe(false)
      expect(left.context.settings.trickle).toBe(true)
      const [trickling] = transitionOf(machine, snapshot, {
        type: 'settings.change',
        settings: { trickle: true },
      })
      // Step 5 waits a moment for a first candidate; its timer is still running then.
      const waits = trickling._nodes.some(({ after }) => after.length > 0)
      expect(viewEnd(trickling).gathering).toBe(waits)
    }
  })

  test('asks a few times whether what it sent has arrived, then leaves it to the learner', () => {
    for (const snapshot of snapshots) {
      const [sent] = transitionOf(machine, snapshot, SENT)
      let now = sent
      for (let asks = 0; asks < MAX_ASKS; asks += 1) {
        const [next, actions] = transitionOf(machine, now, { type: 'wire.check' })
        expect(actions.filter(isAsking)).toHaveLength(1)
        expect(viewEnd(next).unconfirmed).toBe(false)
        now = next
      }
      const [overdue, actions] = transitionOf(machine, now, { type: 'wire.check' })
      expect(actions).toEqual([])
      expect(viewEnd(overdue).unconfirmed).toBe(true)

      const [asking, ask] = transitionOf(machine, overdue, { type: 'wire.ask' })
      expect(ask.filter(isAsking)).toHaveLength(1)
      const [confirmed] = transitionOf(machine, asking, { type: 'signal.confirmed', missing: 0 })
      expect(viewEnd(confirmed).unconfirmed).toBe(false)
      expect(transitionOf(machine, confirmed, { type: 'wire.check' })[1]).toEqual([])
      // The steps do not depend on it.
      expect(confirmed.value).toEqual(snapshot.value)
    }
  })

  test('never lets a candidate overtake its description', () => {
    for (const snapshot of snapshots) {
      const [, actions] = transitionOf(machine, snapshot, { type: 'pc.candidate', candidate })
      if (!snapshot.context.descriptionSent)
        expect(actions.filter(({ type }) => type === 'xstate.sendTo')).toEqual([])
    }
  })

  test('never gives the connection a candidate before the remote description', () => {
    for (const snapshot of snapshots) {
      const [next, actions] = transitionOf(machine, snapshot, { type: 'signal.candidate', candidate })
      const { peer, receivedDescription } = snapshot.context
      const isReady =
        receivedDescription === null && (peer?.pendingRemoteDescription ?? peer?.currentRemoteDescription)
      if (isReady) continue
      expect(actions.filter(({ type }) => type === 'xstate.sendTo')).toEqual([])
      expect(next.context.remote.at(-1)?.state).toBe('queued')
    }
  })

  test('holds plain JSON only', () => {
    for (const { context } of snapshots) {
      const { error: _error, ...plain } = { error: undefined, ...context }
      expect(JSON.parse(JSON.stringify(plain))).toEqual(plain)
    }
  })
})

test('every step is one state of one machine, with its own id as key, meta and actor', () => {
  const steps = [callerMachine, calleeMachine].flatMap(({ root }) =>
    Object.values(root.states as unknown as Record<string, StateNode>)
      .filter(({ meta }) => meta !== undefined)
      .map((node) => {
        const actors = leavesOf(node).flatMap(({ invoke }) => invoke.map(({ id, src }) => [id, src]))
        for (const names of actors) expect(names).toEqual([node.key, node.key])
        return [node.key, (node.meta as { step: string }).step]
      }),
  )
  expect(steps.map(([key]) => key).sort()).toEqual([...STEP_IDS].sort())
  for (const [key, step] of steps) expect(step).toBe(key)
})

/** Whether an action makes the signaling ask. */
function isAsking({ params }: { params?: unknown }): boolean {
  return (params as { event?: { type: string } } | undefined)?.event?.type === 'ask'
}

function transitionOf(machine: typeof callerMachine, snapshot: EndSnapshot, event: EndEvent) {
  return transition(machine, snapshot as never, event) as [EndSnapshot, { type: string; params?: unknown }[]]
}
