import { assign, enqueueActions, fromCallback, sendTo, setup } from 'xstate'
import type {
  CallCommand,
  EndedCall,
  RefusalReason,
  RoomBody,
  RoomCall,
  RoomContext,
  RoomEvent,
  TransportCommand,
  RoomState,
} from './roomContracts'
import * as fold from './roomFold'

/** Milliseconds. */
export const ROOM_DELAYS = {
  /** How long an invitation rings, at both ends. */
  ring: 30_000,
}

/** What the transport of a room is opened with. */
export interface TransportInput {
  room: string
}

/** What a call is opened with. */
export interface CallInput {
  call: RoomCall
  self: string
}

/** What the machine of a participant does; roomMachine.ts says when. */
export const roomSetup = setup({
  types: {
    context: {} as RoomContext,
    events: {} as RoomEvent,
    tags: {} as RoomState,
  },
  actors: {
    transport: fromCallback<TransportCommand, TransportInput>(() => undefined),
    call: fromCallback<CallCommand, CallInput>(() => undefined),
  },
  delays: ROOM_DELAYS,
  guards: {
    saysFull: ({ event }) => event.type === 'transport.status' && event.status === 'full',
    isOpen: ({ context }) => context.transport === 'open',
    hasOthers: ({ context }) => context.members.length > 0,
    isAlone: ({ context }) => context.members.length === 0,
    hasTakenName: ({ context }) => context.proposals !== null,
    /** Whether the intent names a member that is here. */
    isHere: ({ context, event }) =>
      event.type === 'room.invite' && context.members.some(({ id }) => id === event.to),
    isThisCall: ({ context, event }) => fold.isOfCall(context, event),
    isFromPartner: ({ context, event }) => 'from' in event && event.from === context.call?.partner,
    /** Whether both have invited each other, and the other's invitation counts: that of the smaller id. */
    yields: ({ context, event }) =>
      event.type === 'got.invite' &&
      event.from === context.call?.partner &&
      event.from < (context.self ?? ''),
    /** Whether the partner is not among those who are here after a reconnect. */
    lacksPartner: ({ context: { call }, event }) =>
      event.type === 'transport.members' && call !== null && !event.members.includes(call.partner),
    hasLostPartner: ({ context, event }) => fold.goneMember(event) === context.call?.partner,
    /** Whether the room has lost sight of the partner, who may still be in the call. */
    cannotSeePartner: ({ context, event }) =>
      event.type === 'transport.left' && event.isLost && event.member === context.call?.partner,
    /** Nothing is left to repair the call with. */
    isGone: ({ context: { call } }) => call !== null && call.away && call.broken,
  },
  actions: {
    begin: assign(({ event }) =>
      event.type === 'room.join'
        ? { ...fold.FIRST_ROOM, room: event.room, name: event.name, joinedAt: event.at }
        : {},
    ),
    noteSelf: assign(({ event }) => (event.type === 'transport.opened' ? { self: event.self } : {})),
    noteTransport: assign(({ event }) =>
      event.type === 'transport.status'
        ? { transport: event.status, transportReason: event.reason ?? null }
        : {},
    ),
    foldMembers: assign(({ context, event }) => ({ members: fold.foldMembers(context, event) })),
    greetAll: sendTo('transport', ({ context }) => message('all', helloOf(context))),
    greet: enqueueActions(({ context, event, enqueue }) => {
      if (event.type === 'transport.joined' && event.member !== context.self)
        enqueue.sendTo('transport', message(event.member, helloOf(context)))
    }),
    /** The call is over, or about to be. */
    greetAllAsFree: sendTo('transport', ({ context }) => message('all', helloOf(context, false))),
    noteAccepted: assign(({ context: { call } }) =>
      call === null ? {} : { call: { ...call, accepted: true } },
    ),
    notePartnerMedia: assign(({ context: { call }, event }) =>
      event.type === 'call.media' && call !== null
        ? { call: { ...call, partnerSends: { audio: event.audio, video: event.video } } }
        : {},
    ),
    /** A name that another member had first is given up, unless a call is under way. */
    checkName: assign(({ context, event }) =>
      fold.isTaken(context, event) && context.call === null ? { proposals: fold.proposeNames(context) } : {},
    ),
    rename: assign(({ context, event }) => {
      if (event.type !== 'room.rename') return {}
      const renamed = { ...context, name: event.name }
      const isTaken = context.members.some(({ name }) => name !== null && fold.sameName(name, event.name))
      return { name: event.name, proposals: isTaken ? fold.proposeNames(renamed) : null }
    }),
    noteArrival: assign(({ context, event }) => {
      if (event.type !== 'got.hello') return {}
      const isKnown = context.members.some(({ id, name }) => id === event.from && name !== null)
      if (isKnown) return {}
      return fold.addLine(context, { kind: 'note', note: 'joined', name: event.name, at: event.at })
    }),
    noteDeparture: assign(({ context, event }) => {
      const id = fold.goneMember(event)
      const name = context.members.find((member) => member.id === id)?.name
      if (id === null || name == null || !('at' in event)) return {}
      return fold.addLine(context, { kind: 'note', note: 'left', name, at: event.at })
    }),
    noteMissed: assign(({ context, event }) =>
      event.type === 'got.invite'
        ? fold.addLine(context, {
            kind: 'note',
            note: 'missed',
            name: fold.nameOf(context, event.from),
            at: event.at,
          })
        : {},
    ),
    receiveChat: assign(({ context, event }) =>
      event.type === 'got.chat'
        ? fold.receiveLine(context, { ...event, name: fold.nameOf(context, event.from), via: 'signaling' })
        : {},
    ),
    receiveText: assign(({ context, event }) =>
      event.type === 'call.text'
        ? fold.receiveLine(context, { ...event, name: context.call?.partnerName ?? '', via: 'channel' })
        : {},
    ),
    /** By the ways there are: without a call there is no data channel. */
    say: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'room.chat') return
      const via = event.via.filter((one) => one === 'signaling' || context.call !== null)
      if (via.includes('signaling'))
        enqueue.sendTo('transport', message('all', { kind: 'chat', text: event.text }))
      if (via.includes('channel')) enqueue.sendTo('call', { type: 'text', text: event.text })
      const { name } = context
      const { text, at } = event
      if (via.length > 0)
        enqueue.assign(fold.addLine(context, { kind: 'chat', name, own: true, text, via, at }))
    }),
    call: assign(({ context, event }) =>
      event.type === 'room.invite'
        ? {
            call: fold.newCall(context, {
              id: event.call,
              partner: event.to,
              role: 'caller',
              camera: event.camera,
            }),
            ended: null,
          }
        : {},
    ),
    beCalled: assign(({ context, event }) =>
      event.type === 'got.invite'
        ? {
            call: fold.newCall(context, {
              id: event.call,
              partner: event.from,
              role: 'callee',
              camera: context.call?.camera ?? false,
            }),
            ended: null,
          }
        : {},
    ),
    chooseCamera: assign(({ context, event }) =>
      event.type === 'room.accept' && context.call !== null
        ? { call: { ...context.call, camera: event.camera } }
        : {},
    ),
    tellPartner: enqueueActions(
      ({ context: { call }, enqueue }, { kind }: { kind: 'invite' | 'accept' | 'cancel' | 'hang-up' }) => {
        if (call !== null) enqueue.sendTo('transport', message(call.partner, { kind, call: call.id }))
      },
    ),
    cancelUnanswered: enqueueActions(({ context: { call }, enqueue }) => {
      if (call !== null)
        enqueue.sendTo(
          'transport',
          message(call.partner, { kind: 'cancel', call: call.id, reason: 'no-answer' }),
        )
    }),
    refusePartner: enqueueActions(({ context: { call }, enqueue }, { reason }: { reason: RefusalReason }) => {
      if (call !== null)
        enqueue.sendTo('transport', message(call.partner, { kind: 'refuse', call: call.id, reason }))
    }),
    refuseAsBusy: enqueueActions(({ event, enqueue }) => {
      if (event.type !== 'got.invite') return
      const { from, call } = event
      enqueue.sendTo('transport', message(from, { kind: 'refuse', call, reason: 'busy' }))
    }),
    /** Somebody accepts a call that this participant has given up. */
    hangUpForgotten: enqueueActions(({ event, enqueue }) => {
      if (event.type !== 'got.accept') return
      enqueue.sendTo('transport', message(event.from, { kind: 'hang-up', call: event.call }))
    }),
    finish: assign(({ context }, how: Omit<EndedCall, 'name'>) => fold.endOf(context, how)),
    finishAsCancelled: assign(({ context, event }) => {
      const isLate = event.type === 'got.cancel' && event.reason === 'no-answer'
      return fold.endOf(
        context,
        isLate ? { reason: 'no-answer', by: 'self' } : { reason: 'cancelled', by: 'other' },
      )
    }),
    finishAsRefused: assign(({ context, event }) =>
      event.type === 'got.refuse' ? fold.endOf(context, { reason: event.reason, by: 'other' }) : {},
    ),
    noteAway: assign(({ context: { call } }) => (call === null ? {} : { call: { ...call, away: true } })),
    noteBack: assign(({ context: { call }, event }) => {
      const isBack =
        call !== null &&
        ((event.type === 'transport.joined' && event.member === call.partner) ||
          (event.type === 'transport.members' && event.members.includes(call.partner)))
      return isBack ? { call: { ...call, away: false } } : {}
    }),
    noteBroken: assign(({ context: { call } }) => (call === null ? {} : { call: { ...call, broken: true } })),
    noteMended: assign(({ context: { call } }) =>
      call === null ? {} : { call: { ...call, broken: false } },
    ),
    forgetEnded: assign({ ended: null }),
    leave: assign({ call: null, ended: null }),
  },
})

function message(to: string, body: RoomBody): TransportCommand {
  return { type: 'send', to, body }
}

/** Says also whether this participant is in a call. */
function helloOf({ name, joinedAt, call }: RoomContext, isBusy = call?.accepted === true): RoomBody {
  return { kind: 'hello', name, joinedAt, ...(isBusy && { busy: true }) }
}
