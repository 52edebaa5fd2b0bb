import { firstOf, readState } from '../readings'
import { stored, taught, watched } from '../question'
import type { Finding, Question } from '../question'
import type { Evidence } from '../stepEvidence'
import type { PeerStatus } from '../../../machines/contracts'
import type { TraceEvent } from '../../trace/traceEvent'

const DIRECTIONS = ['recvonly', 'sendrecv'] as const

function isTrack(event: TraceEvent): event is Extract<TraceEvent, { name: 'ontrack' }> {
  return event.kind === 'event' && event.name === 'ontrack'
}

/** Which of signaling state, track and outcome comes first in the log. */
function orderOfEvents({ during }: Evidence): Finding<'track' | 'state' | 'promise'> | null {
  const state = firstOf(
    during,
    'callee',
    (event) => event.kind === 'state' && event.name === 'onsignalingstatechange',
  )
  const track = firstOf(during, 'callee', isTrack)
  if (state === -1 && track === -1) return null
  const names = [
    { name: 'signalingstatechange', at: state },
    { name: 'track', at: track },
    { name: 'promise', at: during.length },
  ]
  const order = names.filter(({ at }) => at !== -1).sort((one, other) => one.at - other.at)
  const option = order[0]?.name === 'track' ? 'track' : order[0]?.name === 'promise' ? 'promise' : 'state'
  return { option, seen: order.map(({ name }) => name).join(' → ') }
}

function readDirection(peer: PeerStatus | null): Finding<(typeof DIRECTIONS)[number]> | null {
  const directions = peer?.transceivers.map(({ direction }) => direction) ?? []
  const option = DIRECTIONS.find((one) => directions[0] === one)
  return option === undefined ? null : { option, seen: `direction: ${directions.join(', ')}` }
}

/** Steps 7 and 8: the callee records the offer and adds its own media. */
export const callee: readonly Question[] = [
  watched('callee-event-order', 'set-remote-offer', ['track', 'state', 'promise'], orderOfEvents),
  watched('track-muted', 'set-remote-offer', ['muted', 'live'], ({ during }) => {
    const event = during[firstOf(during, 'callee', isTrack)]?.event
    if (event === undefined || !isTrack(event)) return null
    const { muted } = event.data
    return { option: muted ? 'muted' : 'live', seen: `event.track.muted = ${String(muted)}` }
  }),
  watched('callee-gathering', 'set-remote-offer', ['new', 'gathering', 'complete'], ({ after }) =>
    readState(after.callee, 'iceGatheringState', ['new', 'gathering', 'complete']),
  ),
  watched('callee-direction', 'set-remote-offer', DIRECTIONS, ({ after }) => readDirection(after.callee)),
  stored(
    'early-candidates',
    'set-remote-offer',
    ['nothing', 'rejected', 'ignored'],
    'rejected',
    taught('concept:candidates#rules', 'addIceCandidate()'),
    [
      'socket.onmessage = ({ candidate, description }) =>',
      '  candidate ? pc.addIceCandidate(candidate) : pc.setRemoteDescription(description)',
    ].join('\n'),
  ),
  stored(
    'both-offers',
    'set-remote-offer',
    ['error', 'rollback', 'newer'],
    'rollback',
    taught('concept:sdp#rollback', 'rollback'),
  ),
  stored(
    'rollback-events',
    'set-remote-offer',
    ['one', 'two', 'none'],
    'two',
    taught('concept:sdp#rollback', 'rollback'),
  ),
  stored(
    'trimmed-sdp',
    'set-remote-offer',
    ['both', 'chromium', 'firefox'],
    'chromium',
    taught('concept:sdp#text', 'CRLF'),
    "pc.setRemoteDescription({ type: 'offer', sdp: textarea.value.trim() })",
  ),
  stored(
    'no-stream',
    'set-remote-offer',
    ['early', 'no-stream', 'muted'],
    'no-stream',
    taught('concept:media#transceivers', 'event.streams'),
    'pc.ontrack = (event) => { video.srcObject = event.streams[0] }',
  ),

  watched('callee-transceivers', 'prepare-callee-media', ['two', 'four'], ({ after: { callee } }) => {
    const count = callee?.transceivers.length
    if (count !== 2 && count !== 4) return null
    return { option: count === 2 ? 'two' : 'four', seen: `getTransceivers().length = ${String(count)}` }
  }),
  watched('callee-direction-after', 'prepare-callee-media', DIRECTIONS, ({ after }) =>
    readDirection(after.callee),
  ),
  stored(
    'add-transceiver',
    'prepare-callee-media',
    ['two', 'four'],
    'four',
    taught('concept:media#direction', 'addTransceiver()'),
  ),
]
