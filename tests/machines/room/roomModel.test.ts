import { describe, expect, test } from 'vitest'
import { transition } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import type { SnapshotFrom } from 'xstate'
import { ROOM_STATES } from '../../../machines/room/roomContracts'
import type { RoomEvent } from '../../../machines/room/roomContracts'
import { roomMachine } from '../../../machines/room/roomMachine'

/* Every state that a participant can reach, found by trying all events in every state (xstate/graph). There are two
   others at most; states differ by their value and by what guards read of the context. */

type Snapshot = SnapshotFrom<typeof roomMachine>

const JOIN: RoomEvent = { type: 'room.join', room: 'tea', name: 'Ming', at: 100 }

/** Calls of this participant are `own`, those of the others have their names. */
function eventsIn({ context, _nodes }: Snapshot): RoomEvent[] {
  const delayed = _nodes.flatMap(({ after }) => after.map(({ eventType }) => ({ type: eventType })))
  const ofCalls = ['own', 'lin', 'ada'].flatMap((call): RoomEvent[] => {
    const from = call === 'ada' ? 'z-ada' : 'a-lin'
    return [
      { type: 'got.accept', from, call },
      { type: 'got.refuse', from, call, reason: 'busy' },
      { type: 'got.cancel', from, call },
      { type: 'got.cancel', from, call, reason: 'no-answer' },
      { type: 'got.hang-up', from, call },
    ]
  })
  return [
    JOIN,
    { type: 'transport.opened', self: 'm-ming' },
    { type: 'transport.status', status: 'open' },
    { type: 'transport.status', status: 'full' },
    { type: 'transport.members', members: ['a-lin', 'z-ada'] },
    { type: 'transport.members', members: [] },
    { type: 'transport.left', member: 'a-lin', isLost: true, at: 200 },
    { type: 'transport.left', member: 'a-lin', isLost: false, at: 200 },
    { type: 'transport.joined', member: 'a-lin', at: 200 },
    { type: 'got.leave', from: 'a-lin', at: 200 },
    { type: 'got.hello', from: 'a-lin', name: 'Lin', joinedAt: 50, busy: false, at: 200 },
    { type: 'got.hello', from: 'z-ada', name: 'MING', joinedAt: 50, busy: false, at: 200 },
    { type: 'got.invite', from: 'a-lin', call: 'lin', at: 200 },
    { type: 'got.invite', from: 'z-ada', call: 'ada', at: 200 },
    { type: 'room.invite', to: 'a-lin', call: 'own', camera: true },
    { type: 'room.invite', to: 'nobody', call: 'own', camera: true },
    { type: 'room.accept', camera: true },
    { type: 'room.refuse' },
    { type: 'room.cancel' },
    { type: 'room.hang-up' },
    { type: 'room.leave' },
    { type: 'room.forget' },
    { type: 'room.rename', name: context.proposals?.[0] ?? 'Ming 2' },
    { type: 'room.rename', name: 'lin' },
    { type: 'call.connected' },
    { type: 'call.failed' },
    { type: 'call.media', audio: true, video: false },
    ...ofCalls,
    ...(delayed as unknown as RoomEvent[]),
  ]
}

function serialize({ value, context }: Snapshot): string {
  const { transport, self, members, call, ended, proposals } = context
  return JSON.stringify([
    value,
    transport,
    self,
    members.map(({ id }) => id).sort(),
    members.some(({ name }) => name?.toLowerCase() === 'lin'),
    call && [call.id, call.partner, call.away, call.broken],
    ended !== null,
    proposals !== null,
  ])
}

const paths = getShortestPaths(roomMachine, {
  events: eventsIn,
  serializeState: serialize,
  limit: 1_000_000,
})
const states = paths.map(({ state }) => state)

describe('a participant of a room', () => {
  test('reaches every state, and each has exactly one tag', () => {
    const reached = new Set(states.flatMap((state) => ROOM_STATES.filter((tag) => state.hasTag(tag))))
    expect([...reached].sort()).toEqual([...ROOM_STATES].sort())
    for (const state of states)
      expect(
        ROOM_STATES.filter((tag) => state.hasTag(tag)),
        JSON.stringify(state.value),
      ).toHaveLength(1)
  })

  test('has a call exactly while it rings, is made or is under way', () => {
    const CALLING = ['inviting', 'invited', 'negotiating', 'in-call'] as const
    for (const state of states) {
      const isCalling = CALLING.some((tag) => state.hasTag(tag))
      expect(state.context.call !== null, JSON.stringify(state.value)).toBe(isCalling)
      if (state.hasTag('ended')) expect(state.context.ended).not.toBeNull()
    }
  })

  test('is never disturbed by a second invitation: only the other one is told that it is busy', () => {
    const disturbing: RoomEvent = { type: 'got.invite', from: 'someone', call: 'another', at: 300 }
    for (const state of states.filter((one) => one.context.call !== null)) {
      const [next, actions] = transition(roomMachine, state, disturbing)
      expect(next.value).toEqual(state.value)
      expect(next.context.call).toEqual(state.context.call)
      expect(sent(actions)).toEqual([
        { type: 'send', to: 'someone', body: { kind: 'refuse', call: 'another', reason: 'busy' } },
      ])
      expect(next.context.lines.at(-1)).toMatchObject({ kind: 'note', note: 'missed' })
    }
  })

  test('answers every invitation, except that of the partner it has invited itself', () => {
    for (const state of states) {
      const [next, actions] = transition(roomMachine, state, {
        type: 'got.invite',
        from: 'someone',
        call: 'another',
        at: 300,
      })
      if (state.hasTag('outside') || state.hasTag('joining') || state.hasTag('full')) continue
      expect(next.hasTag('invited') || sent(actions).length === 1, JSON.stringify(state.value)).toBe(true)
    }
  })

  test('ends a call only when somebody hangs up, leaves, or is gone for good', () => {
    const enders = new Set<string>()
    for (const state of states.filter((one) => one.hasTag('in-call')))
      for (const event of eventsIn(state)) {
        const [next] = transition(roomMachine, state, event)
        if (!next.hasTag('in-call')) enders.add(event.type)
      }
    expect([...enders].sort()).toEqual([
      'call.failed',
      'got.cancel',
      'got.hang-up',
      'got.leave',
      'room.hang-up',
      'room.leave',
      'transport.left',
      'transport.members',
    ])
  })

  test('goes on with a partner that the room has lost, and not with one that has left', () => {
    for (const state of states.filter((one) => one.hasTag('in-call') && !one.context.call?.broken)) {
      const { partner } = state.context.call!
      const after = (isLost: boolean) =>
        transition(roomMachine, state, { type: 'transport.left', member: partner, isLost, at: 300 })[0]
      expect(after(true).context.call).toMatchObject({ partner, away: true })
      expect(after(true).hasTag('in-call')).toBe(true)
      expect(after(false).context.ended).toMatchObject({ reason: 'left', by: 'other' })
    }
  })

  test('a lost transport changes nothing but its status', () => {
    for (const state of states.filter((one) => !one.hasTag('outside'))) {
      const [next] = transition(roomMachine, state, { type: 'transport.status', status: 'lost' })
      expect(next.value).toEqual(state.value)
      expect({ ...next.context, transport: state.context.transport, transportReason: null }).toEqual({
        ...state.context,
        transportReason: null,
      })
    }
  })

  test('context and events are plain JSON', () => {
    for (const { context } of states.slice(0, 500))
      expect(JSON.parse(JSON.stringify(context))).toEqual(context)
  })
})

/** The commands to the transport among the actions of a transition. */
function sent(actions: readonly { type: string; params?: unknown }[]): unknown[] {
  return actions.flatMap(({ type, params }) =>
    type === 'xstate.sendTo' ? [(params as { event: unknown }).event] : [],
  )
}
