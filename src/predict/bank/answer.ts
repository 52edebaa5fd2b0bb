import { asDescription, countOf, lineOf, readState, sectionsOf, slotsOf } from '../readings'
import { stored, taught, watched } from '../question'
import type { Question } from '../question'

/** Steps 9 to 12: the answer is written, set, sent and received. */
export const answer: readonly Question[] = [
  watched('answer-setup', 'create-answer', ['actpass', 'active', 'passive'], ({ output }) => {
    const line = lineOf(asDescription(output)?.sdp ?? '', 'a=setup:')
    const option = (['actpass', 'active', 'passive'] as const).find((role) => line === `a=setup:${role}`)
    return option === undefined ? null : { option, seen: line ?? '' }
  }),
  watched('answer-sections', 'create-answer', ['same', 'own'], ({ output, after: { callee } }) => {
    const offered = sectionsOf(callee?.pendingRemoteDescription?.sdp ?? '')
    const answered = sectionsOf(asDescription(output)?.sdp ?? '')
    if (offered === '' || answered === '') return null
    return { option: answered === offered ? 'same' : 'own', seen: `m=: ${offered} → ${answered}` }
  }),
  watched('state-after-create-answer', 'create-answer', ['stable', 'have-remote-offer'], ({ after }) =>
    readState(after.callee, 'signalingState', ['stable', 'have-remote-offer']),
  ),
  stored(
    'late-tracks',
    'create-answer',
    ['works', 'one-way', 'throws'],
    'one-way',
    taught('concept:media#direction', 'createAnswer()'),
    [
      'const answer = await pc.createAnswer()',
      'for (const track of stream.getTracks()) pc.addTrack(track, stream)',
      'await pc.setLocalDescription(answer)',
    ].join('\n'),
  ),
  stored(
    'rejected-section',
    'create-answer',
    ['placeholder', 'rejected', 'muted'],
    'rejected',
    taught('concept:sdp#rules', 'media-section'),
    'm=video 0 UDP/TLS/RTP/SAVPF 96',
  ),
  stored(
    'answer-direction',
    'create-answer',
    ['sendrecv', 'sendonly', 'recvonly'],
    'recvonly',
    taught('concept:sdp#rules', 'recvonly'),
  ),

  watched(
    'callee-slots',
    'set-local-answer',
    ['answer-offer', 'offer-answer', 'pending'],
    ({ after: { callee } }) => {
      if (callee === null) return null
      const { currentLocalDescription: local, currentRemoteDescription: remote } = callee
      const seen = slotsOf(callee).join(', ')
      if (local === null || remote === null) return { option: 'pending', seen }
      return { option: local.type === 'answer' ? 'answer-offer' : 'offer-answer', seen }
    },
  ),
  watched(
    'caller-meanwhile',
    'set-local-answer',
    ['stable', 'have-local-offer', 'have-remote-pranswer'],
    ({ after }) =>
      readState(after.caller, 'signalingState', ['stable', 'have-local-offer', 'have-remote-pranswer']),
  ),
  watched('callee-ice-early', 'set-local-answer', ['moves', 'waits'], ({ latest: { callee }, isOver }) => {
    if (callee === null || (callee.iceConnectionState === 'new' && !isOver)) return null
    const { iceConnectionState: state } = callee
    return { option: state === 'new' ? 'waits' : 'moves', seen: `iceConnectionState = "${state}"` }
  }),
  stored(
    'dtls-client',
    'set-local-answer',
    ['offerer', 'answerer'],
    'answerer',
    taught('concept:security#layers', 'ClientHello'),
  ),

  watched(
    'caller-after-answer-sent',
    'send-answer',
    ['stable', 'have-local-offer', 'have-remote-pranswer'],
    ({ since, latest }) => {
      if (countOf(since, 'caller', 'signal', 'description') === 0) return null
      return readState(latest.caller, 'signalingState', [
        'stable',
        'have-local-offer',
        'have-remote-pranswer',
      ])
    },
  ),
  stored(
    'lost-answer',
    'send-answer',
    ['error', 'rollback', 'nothing'],
    'nothing',
    taught('step:send-answer', 'have-local-offer'),
  ),
  stored(
    'altered-line',
    'send-answer',
    ['ice-ufrag', 'fingerprint', 'mid'],
    'fingerprint',
    taught('concept:security#two-locks', 'fingerprint'),
  ),

  watched('answer-in-slot', 'receive-answer', ['none', 'pending', 'current'], ({ after: { caller } }) => {
    if (caller === null) return null
    const { pendingRemoteDescription: pending, currentRemoteDescription: current } = caller
    if (current !== null) return { option: 'current', seen: `currentRemoteDescription: ${current.type}` }
    if (pending !== null) return { option: 'pending', seen: `pendingRemoteDescription: ${pending.type}` }
    return { option: 'none', seen: 'pendingRemoteDescription, currentRemoteDescription = null' }
  }),
  stored(
    'answer-twice',
    'receive-answer',
    ['ignored', 'error', 'renegotiates'],
    'error',
    taught('step:set-remote-answer', 'Called in wrong state'),
  ),
]
