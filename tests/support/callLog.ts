import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import type { EndEvent, PeerStatus } from '../../machines/contracts'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { LogEntry } from '../../machines/log'
import type { MachineEvent } from '../../machines/machineEvents'
import { STEPS, stepIndex } from '../../machines/steps'
import type { End, StepId } from '../../machines/steps'
import { replayHistory } from '../../src/session/replayHistory'
import { viewCall } from '../../src/session/callView'
import type { CallView } from '../../src/session/callView'

/** An event with the end that had it. */
export type EventAtEnd = [end: End, event: EndEvent | MachineEvent]

/** The first report of a new connection. */
export const FRESH: PeerStatus = {
  signalingState: 'stable',
  iceGatheringState: 'new',
  iceConnectionState: 'new',
  connectionState: 'new',
  pendingLocalDescription: null,
  currentLocalDescription: null,
  pendingRemoteDescription: null,
  currentRemoteDescription: null,
  transceivers: [],
}

/** The log of these events, one millisecond apart. */
export function logOf(told: readonly EventAtEnd[]): LogEntry[] {
  return told.map(([end, event], seq) => ({ seq, at: seq, end, event }))
}

/** The view of a log, through the real machines. */
export function viewOf(told: readonly EventAtEnd[], settings = DEFAULT_SETTINGS): CallView {
  return viewCall(replayHistory(HANDSHAKE_13, settings, logOf(told)))
}

/** A report of changed fields at one end. */
export function changed(end: End, status: Partial<PeerStatus>): EventAtEnd {
  return [end, { type: 'pc.changed', cause: 'test', status }]
}

const OUTPUTS: Partial<Record<StepId, unknown>> = {
  'capture-media': { source: 'camera', tracks: [] },
  'prepare-callee-media': { source: 'camera', tracks: [] },
  'create-offer': { type: 'offer', sdp: 'v=0 offer' },
  'create-answer': { type: 'answer', sdp: 'v=0 answer' },
}

/** The events around a step besides its run, as far as the machines need them. */
const AROUND: Partial<Record<StepId, EventAtEnd[]>> = {
  'add-tracks': [changed('caller', FRESH)],
  'set-local-offer': [changed('caller', { signalingState: 'have-local-offer' })],
  'send-offer': [
    ['callee', { type: 'signal.description', description: { type: 'offer', sdp: 'v=0 offer' } }],
  ],
  'set-remote-offer': [changed('callee', { ...FRESH, signalingState: 'have-remote-offer' })],
  'set-local-answer': [changed('callee', { signalingState: 'stable' })],
  'send-answer': [
    ['caller', { type: 'signal.description', description: { type: 'answer', sdp: 'v=0 answer' } }],
  ],
  'set-remote-answer': [changed('caller', { signalingState: 'stable' })],
}

/** The log of a call up to and including a step. */
export function runUpTo(last: StepId): EventAtEnd[] {
  return STEPS.slice(0, stepIndex(last) + 1).flatMap(({ id, end }): EventAtEnd[] => [
    runOf(id),
    ...(id === 'gather-candidates'
      ? [[end, { type: 'pc.candidate', candidate: CANDIDATE }] as EventAtEnd]
      : []),
    ...(['gather-candidates', 'receive-answer'].includes(id) ? [] : [done(end, id)]),
    ...(AROUND[id] ?? []),
  ])
}

/** The learner's intent to run a step, or to retry it. */
export function runOf(step: StepId, type: 'step.run' | 'step.retry' = 'step.run'): EventAtEnd {
  return [STEPS[stepIndex(step)]!.end, { type, step }]
}

/** The outcome of a step's actor. */
export function done(end: End, id: StepId): EventAtEnd {
  return [end, { type: `xstate.done.actor.${id}`, output: OUTPUTS[id] }]
}

export const CANDIDATE = {
  candidate: 'candidate:1 1 udp 2122260223 192.0.2.1 5000 typ host',
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment: 'f',
}

/** Both ends connected, after all thirteen steps. */
export function runUntilConnected(): EventAtEnd[] {
  const connected = { iceConnectionState: 'connected', connectionState: 'connected' } as const
  return [...runUpTo('set-remote-answer'), changed('callee', connected), changed('caller', connected)]
}

let sequence = 0

/** A message on the channel of one end. */
export function traffic(
  end: End,
  outcome: 'sent' | 'delivered' | 'refused' | 'control',
  message?: { kind: string; from: End; seq?: number; description?: { type: string } },
): EventAtEnd {
  const direction = outcome === 'sent' ? 'out' : 'in'
  const whole = message && { session: 's', seq: (sequence += 1), ...message }
  return [
    end,
    {
      type: 'signal.traffic',
      traffic: { direction, outcome, size: 6_123, ...(whole && { message: whole }) },
    },
  ]
}
