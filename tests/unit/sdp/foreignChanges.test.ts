import { describe, expect, test } from 'vitest'
import { describeChanges } from '../../../src/sdp/describeChanges'
import type { Change } from '../../../src/sdp/describeChanges'
import { readLines } from '../../../src/sdp/lines'

const SESSION = ['v=0', 'o=- 1 1 IN IP4 0.0.0.0', 's=-', 't=0 0']
const OTHER = ['v=0', 'o=- 2 1 IN IP4 0.0.0.0', 's=-', 't=0 0']
const AUDIO = ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=mid:0', 'a=rtpmap:111 opus/48000/2']

const offer = (...lines: string[]) => readLines([...SESSION, ...lines].join('\r\n'))
const answer = (...lines: string[]) => readLines([...OTHER, ...lines].join('\r\n'))

/** Between an offer and the other end's answer, without what each end writes for itself. */
function answered(left: string[], right: string[]): Change[] {
  const changes = describeChanges(
    { type: 'offer', lines: offer(...left) },
    { type: 'answer', lines: answer(...right) },
  )
  return changes.filter(({ id }) => id !== 'own')
}

/** Between two descriptions of one session. */
const edited = (left: string[], right: string[]): Change[] =>
  describeChanges({ type: 'offer', lines: offer(...left) }, { type: 'offer', lines: offer(...right) })

const video = (numbers: string, ...lines: string[]) => [
  `m=video 9 UDP/TLS/RTP/SAVPF ${numbers}`,
  'a=mid:1',
  ...lines,
]
const h264 = (pt: number, parameters: string) => [
  `a=rtpmap:${String(pt)} H264/90000`,
  `a=fmtp:${String(pt)} ${parameters}`,
]

describe('a codec is itself by name, clock rate and channels', () => {
  test('two browsers’ opus: the codec is kept, its parameters are told', () => {
    const left = [...AUDIO, 'a=fmtp:111 minptime=10;useinbandfec=1', 'a=sendrecv']
    const right = [...AUDIO, 'a=fmtp:111 maxplaybackrate=48000;stereo=1;useinbandfec=1', 'a=sendrecv']
    expect(answered(left, right)).toEqual([
      { id: 'codecs.kept' },
      { id: 'params.more', values: { mid: '0', codec: 'opus', params: 'maxplaybackrate=48000; stereo=1' } },
      { id: 'params.fewer', values: { mid: '0', codec: 'opus', params: 'minptime=10' } },
      { id: 'direction.answer', values: { mid: '0', from: 'sendrecv', to: 'sendrecv' } },
    ])
  })
  test('one parameter more, another value', () => {
    expect(edited([...AUDIO, 'a=fmtp:111 minptime=10'], [...AUDIO, 'a=fmtp:111 minptime=20;stereo=1'])).toEqual([
      { id: 'params.more', values: { mid: '0', codec: 'opus', params: 'stereo=1' } },
      { id: 'params.changed', values: { mid: '0', codec: 'opus', params: 'minptime=10 → 20' } },
    ]) // prettier-ignore
  })
  test('blanks, order and case of names do not count', () => {
    const left = [...AUDIO, 'a=fmtp:111 minptime=10;useinbandfec=1']
    const right = [...AUDIO, 'a=fmtp:111 UseInbandFec=1; minptime=10;']
    expect(edited(left, right)).toEqual([{ id: 'nothing' }])
  })
  test('telephone-event of two clock rates are two codecs, and told apart', () => {
    const at = (pt: number, rate: number) => `a=rtpmap:${String(pt)} telephone-event/${String(rate)}`
    const left = ['m=audio 9 RTP/SAVPF 110 126', 'a=mid:0', at(110, 48_000), at(126, 8_000)]
    const right = ['m=audio 9 RTP/SAVPF 126', 'a=mid:0', at(126, 8_000)]
    expect(edited(left, right)).toEqual([
      { id: 'codecs.fewer', values: { mid: '0', n: 1, codecs: 'telephone-event/48000' } },
      { id: 'codecs.first', values: { mid: '0', from: 'telephone-event/48000', to: 'telephone-event/8000' } },
    ])
  })
  test('another number is told as such, and the codec is not “kept under the numbers of the offer”', () => {
    const right = ['m=audio 9 UDP/TLS/RTP/SAVPF 109', 'a=mid:0', 'a=rtpmap:109 OPUS/48000/2', 'a=sendrecv']
    expect(answered(AUDIO, right)[0]).toEqual({
      id: 'codecs.numbers',
      values: { mid: '0', numbers: 'OPUS 111 → 109' },
    })
  })
  test('what red holds is a codec, not a number', () => {
    const red = (pt: number) => [
      `m=audio 9 RTP/SAVPF 63 ${String(pt)}`,
      'a=mid:0',
      'a=rtpmap:63 red/48000/2',
      `a=fmtp:63 ${String(pt)}/${String(pt)}`,
      `a=rtpmap:${String(pt)} opus/48000/2`,
    ]
    expect(edited(red(111), red(109)).map(({ id }) => id)).toEqual(['codecs.numbers'])
  })
})

describe('H264 under several payload types', () => {
  const [cb1, cb0, high] = [
    'packetization-mode=1;profile-level-id=42e01f',
    'packetization-mode=0;profile-level-id=42e01f',
    'packetization-mode=1;profile-level-id=640c1f',
  ]
  test('two that change places are the same codecs in another order', () => {
    const left = video('102 103', ...h264(102, cb1), ...h264(103, high))
    const right = video('103 102', ...h264(102, cb1), ...h264(103, high))
    expect(edited(left, right)).toEqual([{ id: 'codecs.order', values: { mid: '1' } }])
  })
  test('those that understand each other are paired, whatever their level and number', () => {
    const left = video('102 103 104', ...h264(102, cb1), ...h264(103, cb0), ...h264(104, high))
    const right = video('96', ...h264(96, 'profile-level-id=4de00b;packetization-mode=0'))
    expect(edited(left, right)).toEqual([
      { id: 'forms.fewer', values: { mid: '1', codec: 'H264', from: 3, to: 1 } },
      { id: 'codecs.numbers', values: { mid: '1', numbers: 'H264 103 → 96' } },
      { id: 'params.changed', values: { mid: '1', codec: 'H264', params: 'profile-level-id=42e01f → 4de00b' } }, // prettier-ignore
    ])
  })
  test('one change in many is one sentence', () => {
    const left = video('102 103', ...h264(102, cb1), ...h264(103, cb0))
    const right = video('102 103', ...h264(102, `${cb1};x=1`), ...h264(103, `x=1;${cb0}`))
    expect(edited(left, right)).toEqual([
      { id: 'params.more', values: { mid: '1', codec: 'H264 (102, 103)', params: 'x=1' } },
    ])
  })
  test('many changes are cut off, and counted', () => {
    const numbers = Array.from({ length: 20 }, (_, at) => 100 + at)
    const lines = (value: string) =>
      video(numbers.join(' '), ...numbers.flatMap((pt) => h264(pt, `a=${value}${String(pt)}`)))
    const changes = edited(lines('x'), lines('y'))
    expect(changes).toHaveLength(7)
    expect(changes.at(-1)).toEqual({ id: 'params.rest', values: { mid: '1', n: 14 } })
  })
})

describe('directions and sections', () => {
  test('a direction at session level holds for the sections', () => {
    const changes = answered([...AUDIO, 'a=sendrecv'], ['a=recvonly', ...AUDIO])
    expect(changes).toContainEqual({ id: 'direction.answer', values: { mid: '0', from: 'sendrecv', to: 'recvonly' } }) // prettier-ignore
  })
  test('unless a section has its own', () => {
    const changes = answered(AUDIO, ['a=recvonly', ...AUDIO, 'a=sendonly'])
    expect(changes).toContainEqual({ id: 'direction.answer', values: { mid: '0', from: 'sendrecv', to: 'sendonly' } }) // prettier-ignore
  })
  test('a rejected section is rejected, and nothing else is said of it', () => {
    const rejected = ['m=audio 0 UDP/TLS/RTP/SAVPF 0', 'a=mid:0', 'a=inactive']
    expect(answered([...AUDIO, 'a=sendrecv'], rejected)).toEqual([{ id: 'rejected', values: { mid: '0' } }])
  })
  test('one that waits to be bundled is not rejected', () => {
    const waiting = ['m=audio 0 UDP/TLS/RTP/SAVPF 111', 'a=mid:0', 'a=bundle-only', 'a=rtpmap:111 opus/48000/2'] // prettier-ignore
    expect(answered(waiting, AUDIO).map(({ id }) => id)).toEqual(['codecs.kept', 'direction.answer'])
  })
  test('sections of two kinds are not compared', () => {
    expect(answered(AUDIO, ['m=video 9 UDP/TLS/RTP/SAVPF 96', 'a=mid:0', 'a=rtpmap:96 VP8/90000'])).toEqual([
      { id: 'media', values: { n: 1, from: 'audio', to: 'video' } },
    ])
  })
  test('a section without a mid is named by its place', () => {
    const phone = ['m=audio 5004 RTP/AVP 0']
    expect(edited([...phone, 'a=sendonly'], [...phone, 'a=inactive'])).toEqual([
      { id: 'direction', values: { mid: '– (m= 1)', from: 'sendonly', to: 'inactive' } },
    ])
  })
  test('data channels have no direction, application over RTP has', () => {
    const app = (proto: string, direction: string) => [`m=application 9 ${proto} 107`, 'a=mid:2', `a=${direction}`] // prettier-ignore
    expect(edited(app('DTLS/SCTP', 'sendrecv'), app('DTLS/SCTP', 'sendonly'))).toEqual([{ id: 'nothing' }])
    expect(edited(app('RTP/AVP', 'sendrecv'), app('RTP/AVP', 'sendonly'))[0]?.id).toBe('direction')
  })
  test('data alone has no codecs to keep', () => {
    const data = ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:0']
    expect(answered(data, data)).toEqual([])
  })
})

describe('candidates', () => {
  const candidate = (n: number) => `a=candidate:${String(n)} 1 udp 2130706431 192.0.2.1 ${String(5_000 + n)} typ host` // prettier-ignore
  test('those of two sessions are not counted against each other', () => {
    const changes = describeChanges(
      { type: 'offer', lines: offer(...AUDIO, candidate(1)) },
      { type: 'offer', lines: answer(...AUDIO, candidate(2)) },
    )
    expect(changes).toEqual([{ id: 'own' }])
  })
  test('after a restart they are other ones', () => {
    const left = [...AUDIO, 'a=ice-ufrag:aaaa', candidate(1)]
    const right = [...AUDIO, 'a=ice-ufrag:bbbb', candidate(2), candidate(3)]
    expect(edited(left, right)).toEqual([{ id: 'candidates.new', values: { n: 2, types: 'host ×2' } }])
  })
  test('a port is that of the default candidate only if a candidate has it', () => {
    const at = (port: number) => [`m=audio ${String(port)} UDP/TLS/RTP/SAVPF 111`, ...AUDIO.slice(1), candidate(1)] // prettier-ignore
    expect(edited(at(9), at(5_001)).map(({ id }) => id)).toEqual(['default'])
    expect(edited(at(9), at(5_002))).toEqual([{ id: 'nothing' }])
  })
})
