import type { TraceEvent } from '../../trace/traceEvent'
import type { RoleEvent } from '../stepEvidence'
import { countOf, firstOf, readState, slotsOf } from '../readings'
import { stored, taught, watched } from '../question'
import type { Finding, Question } from '../question'

function says(event: TraceEvent, field: 'iceConnectionState' | 'connectionState', value: string): boolean {
  return event.kind === 'state' && event.data[field] === value
}

/** Which of the caller's two states was `connected` first, by the log. */
function firstConnected(since: readonly RoleEvent[]): Finding<'ice' | 'connection' | 'together'> | null {
  const ice = firstOf(since, 'caller', (event) => says(event, 'iceConnectionState', 'connected'))
  const connection = firstOf(since, 'caller', (event) => says(event, 'connectionState', 'connected'))
  if (connection === -1) return null
  if (ice === connection) return { option: 'together', seen: 'iceConnectionState, connectionState' }
  // The caller's ICE may have been connected before step 13.
  return ice === -1 || ice < connection
    ? { option: 'ice', seen: 'iceConnectionState → connectionState' }
    : { option: 'connection', seen: 'connectionState → iceConnectionState' }
}

/** Step 13 and what follows it: checks, a connection, and its end. */
export const connection: readonly Question[] = [
  watched(
    'caller-slots',
    'set-remote-answer',
    ['offer-answer', 'answer-offer', 'pending'],
    ({ after: { caller } }) => {
      if (caller === null) return null
      const { currentLocalDescription: local, currentRemoteDescription: remote } = caller
      const seen = slotsOf(caller).join(', ')
      if (local === null || remote === null) return { option: 'pending', seen }
      return { option: local.type === 'offer' ? 'offer-answer' : 'answer-offer', seen }
    },
  ),
  watched('connected-at-promise', 'set-remote-answer', ['connected', 'not-yet'], ({ after: { caller } }) => {
    if (caller === null) return null
    const { connectionState: state } = caller
    return { option: state === 'connected' ? 'connected' : 'not-yet', seen: `connectionState = "${state}"` }
  }),
  watched('ice-or-connection', 'set-remote-answer', ['ice', 'connection', 'together'], ({ since }) =>
    firstConnected(since),
  ),
  watched(
    'completed-state',
    'set-remote-answer',
    ['seen', 'unseen'],
    ({ since, latest: { caller }, isOver }) => {
      const at = firstOf(since, 'caller', (event) => says(event, 'iceConnectionState', 'completed'))
      if (at !== -1) return { option: 'seen', seen: 'iceConnectionState = "completed"' }
      if (caller === null || (caller.connectionState !== 'connected' && !isOver)) return null
      return { option: 'unseen', seen: `iceConnectionState = "${caller.iceConnectionState}"` }
    },
  ),
  watched(
    'agreed-direction',
    'set-remote-answer',
    ['null', 'recvonly', 'sendrecv'],
    ({ after: { caller } }) => {
      const current = caller?.transceivers[0]?.currentDirection
      const option = (['null', 'recvonly', 'sendrecv'] as const).find((one) => one === String(current))
      return option === undefined ? null : { option, seen: `currentDirection = ${JSON.stringify(current)}` }
    },
  ),

  stored(
    'restart-never',
    'connected',
    ['works', 'never-in-chromium', 'too-often'],
    'never-in-chromium',
    taught('step:connected', 'disconnected'),
    "if (pc.iceConnectionState === 'failed') pc.restartIce()",
  ),
  stored(
    'restart-credentials',
    'connected',
    ['at-once', 'next-offer'],
    'next-offer',
    taught('concept:ice#restart', 'restartIce()'),
    'pc.restartIce()',
  ),
  stored(
    'restart-healthy',
    'connected',
    ['new', 'connected', 'closed'],
    'connected',
    taught('concept:ice#restart', 'ice-restart'),
  ),
  stored(
    'track-disabled',
    'connected',
    ['mute', 'ended', 'nothing'],
    'nothing',
    taught('concept:media#mute', 'track.enabled'),
    'track.enabled = false',
  ),
  stored(
    'pair-priority',
    'connected',
    ['host-relay', 'srflx-srflx'],
    'srflx-srflx',
    taught('concept:candidates#pairs', 'priority'),
    ['host 2122260223 ↔ relay 58662911', 'srflx 1686052607 ↔ srflx 1686052607'].join('\n'),
  ),
  stored(
    'port-restricted',
    'connected',
    ['host', 'srflx', 'none'],
    'srflx',
    taught('concept:nat#punching', 'hole-punching'),
  ),
  stored(
    'symmetric-stun',
    'connected',
    ['srflx', 'prflx', 'none'],
    'none',
    taught('concept:nat#turn', 'symmetric-nat'),
  ),
  stored(
    'symmetric-turn',
    'connected',
    ['relay-relay', 'prflx-relay', 'none'],
    'prflx-relay',
    taught('concept:nat#turn', 'TURN'),
  ),

  watched('state-after-close', 'hang-up', ['closed', 'stable'], ({ latest: { caller } }) =>
    readState(caller, 'signalingState', ['closed', 'stable']),
  ),
  watched(
    'callee-after-bye',
    'hang-up',
    ['closed', 'disconnected', 'connected'],
    ({ since, latest: { callee } }) => {
      // The `bye` travels by signaling: until it arrives, the callee does not know.
      if (countOf(since, 'callee', 'signal', 'bye') === 0) return null
      return readState(callee, 'connectionState', ['closed', 'disconnected', 'connected'])
    },
  ),
  stored(
    'close-events',
    'hang-up',
    ['signaling', 'connection', 'none'],
    'none',
    taught('step:hang-up', 'close()'),
  ),
  stored(
    'vanished-peer',
    'hang-up',
    ['closed', 'failed', 'connected'],
    'connected',
    taught('step:hang-up', 'disconnected'),
  ),
]
