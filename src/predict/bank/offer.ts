import { asDescription, candidatesOf, countOf, lineOf, readState, slotsOf } from '../readings'
import { stored, taught, watched } from '../question'
import type { Question } from '../question'
import type { Evidence } from '../stepEvidence'

const STATES = ['stable', 'have-local-offer', 'have-remote-offer'] as const

/** The first thing that createOffer() changed on the connection. */
function changedByDraft({ before: { caller: before }, after: { caller: after } }: Evidence) {
  if (before === null || after === null) return null
  for (const [option, state] of [
    ['signaling', 'signalingState'],
    ['gathering', 'iceGatheringState'],
  ] as const) {
    if (before[state] !== after[state]) {
      return { option, seen: `${state} = "${before[state]}" → "${after[state]}"` } as const
    }
  }
  if (after.pendingLocalDescription !== null) {
    return { option: 'pending', seen: 'pendingLocalDescription: offer' } as const
  }
  const { signalingState, iceGatheringState } = after
  return { option: 'nothing', seen: `"${signalingState}", "${iceGatheringState}", null` } as const
}

/** Steps 3 to 6: the offer is created, set, filled with candidates and sent. */
export const offer: readonly Question[] = [
  watched(
    'create-offer-changes',
    'create-offer',
    ['signaling', 'gathering', 'pending', 'nothing'],
    changedByDraft,
  ),
  watched('offer-candidates', 'create-offer', ['none', 'some'], ({ output }) => {
    const draft = asDescription(output)
    if (draft === null) return null
    const count = draft.sdp.match(/^a=candidate:/gm)?.length ?? 0
    return { option: count === 0 ? 'none' : 'some', seen: `a=candidate × ${String(count)}` }
  }),
  watched('offer-setup', 'create-offer', ['actpass', 'active', 'passive'], ({ output }) => {
    const line = lineOf(asDescription(output)?.sdp ?? '', 'a=setup:')
    const option = (['actpass', 'active', 'passive'] as const).find((role) => line === `a=setup:${role}`)
    return option === undefined ? null : { option, seen: line ?? '' }
  }),
  stored(
    'port-nine',
    'create-offer',
    ['port', 'placeholder', 'rejected'],
    'placeholder',
    taught('concept:sdp#text', '0.0.0.0'),
    ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'c=IN IP4 0.0.0.0'].join('\n'),
  ),
  stored(
    'create-then-close',
    'create-offer',
    ['resolves', 'rejects', 'never'],
    'never',
    taught('step:hang-up', 'close()'),
    ['const promise = pc.createOffer()', 'pc.close()', 'await promise'].join('\n'),
  ),

  watched('state-after-local-offer', 'set-local-offer', STATES, ({ after }) =>
    readState(after.caller, 'signalingState', STATES),
  ),
  watched('gathering-at-promise', 'set-local-offer', ['new', 'gathering', 'complete'], ({ after }) =>
    readState(after.caller, 'iceGatheringState', ['new', 'gathering', 'complete']),
  ),
  watched('local-offer-slot', 'set-local-offer', ['pending', 'current', 'both'], ({ after: { caller } }) => {
    if (caller === null) return null
    const { pendingLocalDescription: pending, currentLocalDescription: current } = caller
    if (pending === null && current === null) return null
    const option = pending !== null && current !== null ? 'both' : pending !== null ? 'pending' : 'current'
    return { option, seen: slotsOf(caller).join(', ') }
  }),
  stored(
    'late-transceiver',
    'set-local-offer',
    ['at-once', 'never', 'when-stable'],
    'when-stable',
    taught('concept:perfect-negotiation', 'negotiationneeded'),
  ),
  stored(
    'impolite-glare',
    'set-local-offer',
    ['rolls-back', 'ignores', 'closes'],
    'ignores',
    taught('concept:perfect-negotiation#roles', 'impolite-peer'),
  ),
  stored(
    'two-awaits',
    'set-local-offer',
    ['nothing', 'between', 'twice'],
    'between',
    taught('concept:perfect-negotiation#argumentless', 'setLocalDescription()'),
    [
      'pc.onnegotiationneeded = async () => {',
      '  const offer = await pc.createOffer()',
      '  await pc.setLocalDescription(offer)',
      '  send(pc.localDescription)',
      '}',
    ].join('\n'),
  ),

  watched('host-without-server', 'gather-candidates', ['found', 'none'], ({ since, latest, isOver }) => {
    const hosts = candidatesOf(since, 'caller').filter(({ type }) => type === 'host').length
    const isComplete = isOver || latest.caller?.iceGatheringState === 'complete'
    if (hosts === 0 && !isComplete) return null
    return { option: hosts > 0 ? 'found' : 'none', seen: 'typ host' + (hosts > 0 ? '' : ' × 0') }
  }),
  watched('candidate-sections', 'gather-candidates', ['one', 'both'], ({ since, latest, isOver }) => {
    const mids = [...new Set(candidatesOf(since, 'caller').map(({ mid }) => mid ?? ''))].sort()
    const isComplete = isOver || latest.caller?.iceGatheringState === 'complete'
    if (mids.length === 0 || (mids.length === 1 && !isComplete)) return null
    return { option: mids.length > 1 ? 'both' : 'one', seen: `sdpMid: "${mids.join('", "')}"` }
  }),
  stored(
    'null-candidate',
    'gather-candidates',
    ['nothing', 'throws', 'slow'],
    'throws',
    taught('concept:candidates#rules', 'toJSON()'),
    'pc.onicecandidate = (event) => send(event.candidate.candidate)',
  ),
  stored(
    'priority-types',
    'gather-candidates',
    ['host', 'srflx', 'prflx', 'relay'],
    'srflx',
    taught('concept:candidates#priority', 'priority'),
    '1686052607',
  ),
  stored(
    'srflx-priority',
    'gather-candidates',
    ['host', 'srflx', 'relay'],
    'srflx',
    taught('concept:candidates#priority', 'priority'),
    'priority = 2^24 × type + 2^8 × local + (256 − component)',
  ),
  stored(
    'mdns-name',
    'gather-candidates',
    ['bug', 'privacy', 'dns'],
    'privacy',
    taught('concept:candidates#line', '.local'),
    'candidate:… 1 udp 2113937151 cc9f9fbd-….local 58152 typ host',
  ),
  stored(
    'xor-address',
    'gather-candidates',
    ['raw', 'xored', 'private'],
    'xored',
    taught('concept:stun-turn#stun', 'XOR'),
    '00 20 00 08  00 01 bc 01  ea 12 d5 27',
  ),

  watched('caller-after-send', 'send-offer', STATES, ({ after }) =>
    readState(after.caller, 'signalingState', STATES),
  ),
  watched('callee-after-send', 'send-offer', ['none', 'stable', 'have-remote-offer'], ({ since, latest }) => {
    if (countOf(since, 'callee', 'signal', 'description') === 0) return null
    if (latest.callee === null) return { option: 'none', seen: 'signalingState: –' }
    return readState(latest.callee, 'signalingState', ['stable', 'have-remote-offer'])
  }),
  stored(
    'post-object',
    'send-offer',
    ['works', 'throws', 'empty'],
    'throws',
    taught('step:send-offer', 'DataCloneError'),
    'channel.postMessage(pc.localDescription)',
  ),
  stored(
    'missing-set-local',
    'send-offer',
    ['at-once', 'at-answer', 'never'],
    'at-answer',
    taught('step:set-local-offer', 'Called in wrong state'),
    [
      'const offer = await pc.createOffer()',
      'send(offer)',
      '// …',
      'await pc.setRemoteDescription(answer)',
    ].join('\n'),
  ),
  stored(
    'true-statement',
    'send-offer',
    ['stun-relays', 'turn-401', 'origin-address', 'needs-server'],
    'turn-401',
    taught('concept:stun-turn#turn', '401'),
  ),
]
