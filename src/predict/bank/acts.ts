import type { End } from '../../../machines/steps'
import { common } from '../../i18n/messages/common'
import { outcomeOf } from '../../jsep/negotiationOperations'
import type { Trace } from '../../trace/trace'
import { toGuess } from '../act'
import { peersAt } from '../stepEvidence'
import { acted, taught, tried } from '../question'
import type { Question } from '../question'
import { candidateLines } from '../readings'
import { CALLEE_LINES, CALLER_LINES, CASES } from '../trials/given'
import { connectOrder } from './connectOrder'

const code = (text: string) => ({ zh: text, en: text })
const stateOf = (trace: Trace, end: End) => peersAt(trace, trace.events.length)[end]?.signalingState

const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const

/** Questions in which the learner acts. The browser carries out the guess, on its own connections. */
export const acts: readonly Question[] = [
  tried(
    'take-back',
    'set-local-offer',
    ['create-offer', 'rollback-local', 'create-answer'],
    async (call, world) => (await import('../trials/call')).takeBack(call, world),
    { taught: taught('concept:sdp#rollback', 'rollback'), solution: 'rollback-local' },
  ),
  tried(
    'send-candidate',
    'gather-candidates',
    ['object', 'text', 'json'],
    async (sender, world) => (await import('../trials/send')).sendCandidates(sender, world),
    { taught: taught('concept:candidates#rules', 'toJSON()'), solution: 'json' },
  ),
  tried(
    'refused-now',
    'set-remote-offer',
    ['create-offer', 'create-answer', 'set-remote-offer', 'set-remote-answer'],
    async (call, world) =>
      (await import('../trials/call')).refuse(call, stateOf(world.trace, 'callee'), world),
    {
      taught: taught('concept:sdp#slots', 'signalingState'),
      code: (trace) => `pc.signalingState // "${stateOf(trace, 'callee') ?? 'stable'}"`,
      solution: (trace) => {
        const state = stateOf(trace, 'callee') ?? 'stable'
        return outcomeOf({ call: 'createAnswer' }, state) === null ? 'create-answer' : 'create-offer'
      },
    },
  ),
  acted(
    'mend-candidate',
    'set-remote-offer',
    { kind: 'line', broken: 'candidate:1 1 udp 2122260223 192.0.2.10 typ host' },
    ['refused', 'nothing', 'lenient'],
    async (guess, world) => (await import('../trials/mend')).mendCandidate(guess, world),
    {
      taught: taught('concept:candidates#line', 'candidate:'),
      solution: 'candidate:1 1 udp 2122260223 192.0.2.10 40000 typ host',
    },
  ),
  acted(
    'mend-setup',
    'create-answer',
    { kind: 'line', broken: 'a=setup:actpass' },
    ['refused', 'other-line'],
    async (guess, world) => (await import('../trials/mend')).mendSetup(guess, world),
    { taught: taught('concept:sdp#rules', 'a=setup:actpass'), solution: 'a=setup:active' },
  ),
  acted(
    'agreed-directions',
    'create-answer',
    {
      kind: 'form',
      rows: () =>
        CASES.map(({ offered, wished }) => ({
          label: code(`a=${offered}, transceiver.direction = "${wished}"`),
          choices: DIRECTIONS,
        })),
    },
    ['directions'],
    async (guess, world) => (await import('../trials/directions')).agreeDirections(guess, world),
    {
      taught: taught('concept:media#direction', 'currentDirection'),
      solution: toGuess(['recvonly', 'recvonly', 'sendonly']),
    },
  ),
  acted(
    'mend-direction',
    'set-local-answer',
    { kind: 'line', broken: 'a=recvonly' },
    ['refused', 'direction', 'no-line'],
    async (guess, world) => (await import('../trials/mend')).mendDirection(guess, world),
    { taught: taught('concept:media#direction', 'currentDirection'), solution: 'a=sendrecv' },
  ),
  acted(
    'order-callee',
    'send-answer',
    { kind: 'order', items: CALLEE_LINES },
    ['refused', 'no-answer', 'one-way', 'unheard'],
    async (guess, world) => (await import('../trials/order')).orderCallee(guess, world),
    {
      taught: taught('step:prepare-callee-media', 'addTrack()'),
      solution: toGuess([
        'pc.ontrack = show',
        'await pc.setRemoteDescription(offer)',
        'pc.addTrack(track, stream)',
        'await pc.setLocalDescription()',
        'send(pc.localDescription)',
      ]),
    },
  ),
  acted(
    'order-caller',
    'receive-answer',
    { kind: 'order', items: CALLER_LINES },
    ['refused', 'empty'],
    async (guess, world) => (await import('../trials/order')).orderCaller(guess, world),
    {
      taught: taught('concept:sdp#modern', 'setLocalDescription()'),
      solution: toGuess([
        'pc.addTrack(track, stream)',
        'await pc.setLocalDescription()',
        'send(pc.localDescription)',
        'await pc.setRemoteDescription(answer)',
      ]),
    },
  ),
  connectOrder,
  acted(
    'choose-pair',
    'connected',
    {
      kind: 'form',
      rows: (trace) => [
        { label: common.caller, choices: candidateLines(trace, 'caller') },
        { label: common.callee, choices: candidateLines(trace, 'callee') },
      ],
    },
    ['pair'],
    async (guess, world) => (await import('../trials/pair')).choosePair(guess, world),
    { taught: taught('concept:candidates#pairs', 'priority'), solution: null, isOwnCall: true },
  ),
]
