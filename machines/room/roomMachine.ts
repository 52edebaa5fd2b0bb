import { FIRST_ROOM } from './roomFold'
import { roomSetup } from './roomSetup'

/** A member is gone: the list and the chat say so, wherever this participant is. */
const departed = ['noteDeparture', 'foldMembers'] as const

const refused = (reason: 'refused' | 'no-answer') => ({ type: 'refusePartner', params: { reason } }) as const
const tell = (kind: 'invite' | 'accept' | 'cancel' | 'hang-up') =>
  ({ type: 'tellPartner', params: { kind } }) as const
const finish = (
  reason: 'refused' | 'no-answer' | 'cancelled' | 'hung-up' | 'left' | 'failed',
  by: 'self' | 'other',
) => ({ type: 'finish', params: { reason, by } }) as const

/** The partner is gone before there is a connection. */
const withoutPartner = {
  guard: 'hasLostPartner',
  target: '#ended',
  actions: [...departed, finish('left', 'other')],
} as const

const partnerMissing = {
  guard: 'lacksPartner',
  target: '#ended',
  actions: ['foldMembers', 'greetAll', finish('left', 'other')],
} as const

/**
 * One participant of a room: who is there, who invites whom, and that a call is under way. What the call does the
 * actor `call` and its own machine decide (machines/bench). A second invitation never disturbs a call.
 */
export const roomMachine = roomSetup.createMachine({
  id: 'room',
  context: FIRST_ROOM,
  initial: 'outside',
  states: {
    outside: {
      tags: 'outside',
      on: { 'room.join': { target: 'inside', actions: 'begin' } },
    },
    inside: {
      invoke: { id: 'transport', src: 'transport', input: ({ context: { room } }) => ({ room }) },
      on: {
        'transport.opened': { actions: 'noteSelf' },
        'transport.status': [
          { guard: 'saysFull', target: '.full', actions: ['noteTransport', 'leave'] },
          { actions: 'noteTransport' },
        ],
        'transport.members': { actions: ['foldMembers', 'noteBack', 'greetAll'] },
        'transport.joined': { actions: ['foldMembers', 'noteBack', 'greet'] },
        'transport.left': { actions: departed },
        'got.leave': { actions: departed },
        'got.hello': { actions: ['noteArrival', 'foldMembers', 'checkName'] },
        'got.chat': { actions: 'receiveChat' },
        'got.invite': { actions: ['refuseAsBusy', 'noteMissed'] },
        'got.accept': { actions: 'hangUpForgotten' },
        'room.chat': { actions: 'say' },
        'room.leave': { target: 'outside', actions: 'leave' },
      },
      initial: 'joining',
      states: {
        joining: { tags: 'joining', always: { guard: 'isOpen', target: 'idle' } },
        full: { tags: 'full' },
        idle: {
          initial: 'alone',
          on: {
            'room.invite': { guard: 'isHere', target: 'inviting', actions: 'call' },
            'got.invite': { target: 'invited', actions: 'beCalled' },
          },
          states: {
            alone: {
              tags: 'alone',
              always: [
                { guard: 'hasTakenName', target: 'name-taken' },
                { guard: 'hasOthers', target: 'present' },
              ],
            },
            present: {
              tags: 'present',
              always: [
                { guard: 'hasTakenName', target: 'name-taken' },
                { guard: 'isAlone', target: 'alone' },
              ],
            },
            // Two members with one name could not be told apart: the one that came later takes another.
            'name-taken': {
              tags: 'name-taken',
              on: {
                'room.rename': { target: 'alone', actions: ['rename', 'greetAll'] },
                'room.invite': {},
                'got.invite': { actions: ['refuseAsBusy', 'noteMissed'] },
              },
            },
            ended: {
              id: 'ended',
              tags: 'ended',
              on: { 'room.forget': { target: 'alone', actions: 'forgetEnded' } },
            },
          },
        },
        inviting: {
          tags: 'inviting',
          entry: tell('invite'),
          after: { ring: { target: '#ended', actions: ['cancelUnanswered', finish('no-answer', 'other')] } },
          on: {
            'got.accept': [{ guard: 'isThisCall', target: 'calling' }, { actions: 'hangUpForgotten' }],
            'got.refuse': { guard: 'isThisCall', target: '#ended', actions: 'finishAsRefused' },
            'room.cancel': { target: '#ended', actions: [tell('cancel'), finish('cancelled', 'self')] },
            // Both invited each other: both want the call, so the invitation of the smaller id is accepted at once.
            'got.invite': [
              { guard: 'yields', target: 'calling', actions: ['beCalled', tell('accept')] },
              { guard: 'isFromPartner' },
              { actions: ['refuseAsBusy', 'noteMissed'] },
            ],
            'transport.left': withoutPartner,
            'transport.members': partnerMissing,
            'got.leave': withoutPartner,
          },
        },
        invited: {
          tags: 'invited',
          after: { ring: { target: '#ended', actions: [refused('no-answer'), finish('no-answer', 'self')] } },
          on: {
            'room.accept': { target: 'calling', actions: ['chooseCamera', tell('accept')] },
            'room.refuse': { target: '#ended', actions: [refused('refused'), finish('refused', 'self')] },
            'got.cancel': { guard: 'isThisCall', target: '#ended', actions: 'finishAsCancelled' },
            // Its cancel may have been lost: the newer invitation counts.
            'got.invite': [
              { guard: 'isFromPartner', actions: 'beCalled' },
              { actions: ['refuseAsBusy', 'noteMissed'] },
            ],
            'transport.left': withoutPartner,
            'transport.members': partnerMissing,
            'got.leave': withoutPartner,
          },
        },
        calling: {
          // The others see who is in a call.
          entry: ['noteAccepted', 'greetAll'],
          exit: 'greetAllAsFree',
          invoke: {
            id: 'call',
            src: 'call',
            input: ({ context: { call, self } }) => {
              if (call === null) throw new Error('a call was opened without an invitation')
              return { call, self: self ?? '' }
            },
          },
          on: {
            'room.hang-up': { target: '#ended', actions: [tell('hang-up'), finish('hung-up', 'self')] },
            'got.hang-up': { guard: 'isThisCall', target: '#ended', actions: finish('hung-up', 'other') },
            'got.cancel': { guard: 'isThisCall', target: '#ended', actions: 'finishAsCancelled' },
            'got.accept': [{ guard: 'isThisCall' }, { actions: 'hangUpForgotten' }],
            'got.leave': withoutPartner,
            'call.text': { actions: 'receiveText' },
            'call.media': { actions: 'notePartnerMedia' },
            // Whatever becomes of the transport, the call goes on.
            'transport.status': { actions: 'noteTransport' },
            'call.failed': { actions: 'noteBroken' },
          },
          always: { guard: 'isGone', target: '#ended', actions: finish('left', 'other') },
          initial: 'negotiating',
          states: {
            negotiating: {
              tags: 'negotiating',
              on: {
                'call.connected': 'in-call',
                'transport.left': withoutPartner,
                'transport.members': partnerMissing,
              },
            },
            // The room may lose sight of a partner whose media still arrives.
            'in-call': {
              tags: 'in-call',
              on: {
                'call.connected': { actions: 'noteMended' },
                'transport.left': [
                  { guard: 'cannotSeePartner', actions: [...departed, 'noteAway'] },
                  withoutPartner,
                ],
                'transport.members': {
                  guard: 'lacksPartner',
                  actions: ['foldMembers', 'greetAll', 'noteAway'],
                },
              },
            },
          },
        },
      },
    },
  },
})
