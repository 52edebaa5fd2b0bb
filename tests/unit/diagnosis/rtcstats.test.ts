import { describe, expect, it } from 'vitest'
import { recognise } from '../../../src/diagnosis/recognise'
import { dumpIn, dumpOf, storedBytes } from './labFixtures'

/** A file of rtcstats.js, made by hand: numbers for methods, cut descriptions, statistics as differences. */
function v3(...lines: unknown[]): string {
  const header = {
    fileFormat: 3,
    userAgent: 'Mozilla/5.0 Chrome/149.0.0.0 Safari/537.36',
    url: 'https://call.example/room?key=1',
  }
  return `RTCStatsDump\n${[header, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`
}

const SESSION = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0'
const AUDIO = 'm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0'
const VIDEO = 'm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1'
const sdp = (...sections: string[]) => `${sections.join('\r\n')}\r\n`
const BEGAN = 1_700_000_000_000

describe('RTCStatsDump v3 of rtcstats.js', () => {
  it('has numbers for methods, and a number for a call and its outcome', async () => {
    const text = v3(
      [39, 'PC_0', { iceServers: [{ urls: 'turn:turn.example', username: 'u' }] }, BEGAN],
      [60, null, { audio: true }, '60-0', 5],
      [65, null, 'NotAllowedError: Permission denied', '60-0', 5],
      [8, 'PC_0', { type: 'answer', sdp: sdp(SESSION) }, '8-0', 5],
      [8, 'PC_0', { type: 'answer', sdp: sdp(SESSION) }, '8-1', 0],
      [15, 'PC_0', 'InvalidStateError: wrong', '8-1', 1],
      [9, 'PC_0', null, '8-0', 1],
      [80, 'PC_0', { width: 1, height: 2 }, 'track-1', 4],
      ['whoKnows', 'PC_0', { a: 1 }, 1.5],
    )
    expect(recognise(text)).toBe('rtcstats-v3')
    const { lines, connections, browser, dialect, covers } = await dumpOf(text)
    expect({ browser, dialect }).toEqual({ browser: 'Chrome 149', dialect: 'rtcstats.js' })
    expect(covers).toContain('playback')
    expect(connections).toEqual([
      {
        id: 'PC_0',
        page: 'https://call.example/room',
        configuration: { iceServers: [{ urls: ['turn:turn.example'], username: 'u', hasCredential: true }] },
        role: null,
      },
    ])
    expect(lines.map(({ at, name, call }) => [(at ?? 0) - BEGAN, name, call])).toEqual([
      [0, 'create', undefined],
      [5, 'getUserMedia', undefined],
      [10, 'getUserMediaOnFailure', 1],
      [15, 'setRemoteDescription', undefined],
      [15, 'setRemoteDescription', undefined],
      [16, 'setRemoteDescriptionOnFailure', 4],
      [17, 'setRemoteDescriptionOnSuccess', 3],
      [21, 'HTMLMediaElement.resize', undefined],
      [22.5, 'other', undefined],
    ])
    expect(lines[2]?.value).toEqual({
      audio: true,
      video: false,
      source: 'user',
      problem: { name: 'NotAllowedError', message: 'Permission denied' },
    })
    expect(lines.at(-1)?.value).toEqual({ name: 'whoKnows' })
  })

  it('restores the sections that were cut', async () => {
    const { lines } = await dumpOf(
      v3(
        [3, 'PC_0', { type: 'offer', sdp: sdp(SESSION, AUDIO) }, BEGAN],
        [6, 'PC_0', { type: 'offer', sdp: 'v=\r\nm=\r\n' }, '6-0', 1],
        [7, 'PC_0', null, '6-0', 1],
        [3, 'PC_0', { type: 'offer', sdp: `v=\r\nm=\r\n${VIDEO}\r\n` }, 1],
      ),
    )
    const texts = lines.map(({ value }) => (value as { sdp?: string } | null)?.sdp)
    expect(texts).toEqual([sdp(SESSION, AUDIO), sdp(SESSION, AUDIO), undefined, sdp(SESSION, AUDIO, VIDEO)])
  })

  it('restores the statistics', async () => {
    const { reports, lines } = await dumpOf(
      v3(
        [
          'g',
          'PC_0',
          { 0: { type: 1, 14: 10, 96: { cpu: 1, none: 2 } }, 1: { type: 7, 134: '192.0.2.1' }, t: BEGAN },
          BEGAN,
        ],
        ['g', 'PC_0', { 0: { 14: 20, 96: { cpu: 3 } }, t: BEGAN + 1_000 }, 1_000],
        [1, 'PC_0', { 0: { 11: 'audio' }, 1: null, t: BEGAN + 2_000 }, 1_000],
      ),
    )
    expect(lines).toEqual([])
    const [inbound, candidate] = reports
    expect(inbound).toEqual({
      conn: 'PC_0',
      id: '0',
      type: 'inbound-rtp',
      times: [BEGAN, BEGAN + 1_000, BEGAN + 2_000],
      values: {
        packetsReceived: [10, 20, 20],
        qualityLimitationDurations: [
          { cpu: 1, none: 2 },
          { cpu: 3, none: 2 },
          { cpu: 3, none: 2 },
        ],
        kind: [undefined, undefined, 'audio'],
      },
    })
    expect(candidate).toMatchObject({
      type: 'local-candidate',
      times: [BEGAN, BEGAN + 1_000],
      values: { address: ['192.0.2.1', '192.0.2.1'] },
    })
  })

  it('keeps its order where the clock was set back, and has no time where a line has none', async () => {
    const text = v3(
      ['restartIce', 'PC_0', null, BEGAN],
      ['close', 'PC_0', null, -5_000],
      ['something', 'PC_0', null, null],
    )
    const { lines } = await dumpOf(text)
    expect(lines.map(({ at, name }) => [name, at])).toEqual([
      ['restartIce', BEGAN],
      ['close', BEGAN],
      ['other', null],
    ])
  })

  it('names the lines that it cannot read', async () => {
    const { skipped, lines } = await dumpOf(
      `${v3(['close', 'PC_0', null, BEGAN])}no JSON\n{"a":1}\n[7]\n["close","PC_1",nu`,
    )
    expect(lines).toHaveLength(1)
    expect(skipped).toEqual(['line 4: no line of a dump', 'line 6: no line of a dump', 'line 7: cut off'])
  })
})

it('tells what Chromium itself wrote of capturing in both of its files', async () => {
  const [v3File, internals] = [
    await dumpIn(storedBytes('chromium-156-capture.v3.gz')),
    await dumpIn(storedBytes('chromium-156-capture.json.gz')),
  ]
  const captured = ({ lines }: typeof v3File) =>
    lines
      .filter(({ name }) => name.startsWith('getUserMedia'))
      .map(({ conn, name, value }) => ({ conn, name, value }))
  expect(captured(internals)).toEqual(captured(v3File))
  expect(captured(v3File).map(({ name }) => name)).toEqual([
    'getUserMedia',
    'getUserMediaOnSuccess',
    'getUserMedia',
    'getUserMediaOnFailure',
    'getUserMedia',
    'getUserMediaOnSuccess',
  ])
  expect(captured(v3File)[3]?.value).toMatchObject({
    audio: false,
    video: true,
    problem: { name: 'OverconstrainedError' },
  })
  expect(JSON.stringify([v3File, internals])).not.toMatch(/secret|token|Fake Default/)
})

describe('the lines of Jitsi', () => {
  const text = [
    ['connectionInfo', null, JSON.stringify({ userAgent: 'Chrome/149.0.0.0' }), BEGAN],
    ['create', 'PC_0', { iceServers: [{ urls: ['turns:turn.example:443'], username: 'u' }] }, BEGAN + 10],
    ['createOfferOnSuccess', 'PC_0', { type: 'offer', sdp: '' }, BEGAN + 20],
    ['setRemoteDescription', 'PC_0', { type: 'answer', sdp: '' }, BEGAN + 30],
    ['onicecandidate', 'PC_0', { candidate: '', sdpMid: '0', sdpMLineIndex: 0 }, BEGAN + 40],
    ['oniceconnectionstatechange', 'PC_0', 'checking', BEGAN + 50],
    ['getstats', 'PC_0', { T01: { type: 'transport', timestamp: BEGAN + 60, bytesSent: 4 } }, BEGAN + 60],
    ['ontrack', 'PC_0', 'audio:a1 stream:s1', BEGAN + 70],
    ['addStream', 'PC_0', 's2 audio:a2,video:v2', BEGAN + 80],
  ]
    .map((line) => JSON.stringify(line))
    .join('\n')

  it('have whole times; what is blanked was never recorded', async () => {
    expect(recognise(text)).toBe('jitsi-rtcstats')
    const { format, browser, lines, reports, covers } = await dumpOf(text)
    expect({ format, browser }).toEqual({ format: 'jitsi-rtcstats', browser: 'Chrome 149' })
    expect(covers).not.toContain('descriptions')
    expect(covers).not.toContain('candidates')
    expect(lines.map(({ at, name }) => [name, (at ?? 0) - BEGAN])).toEqual([
      ['create', 10],
      ['createOfferOnSuccess', 20],
      ['setRemoteDescription', 30],
      ['onicecandidate', 40],
      ['oniceconnectionstatechange', 50],
      ['ontrack', 70],
      ['addTrack', 80],
      ['addTrack', 80],
    ])
    expect(lines.at(-3)?.value).toEqual({ kind: 'audio', id: 'a1' })
    expect(reports).toEqual([
      { conn: 'PC_0', id: 'T01', type: 'transport', times: [BEGAN + 60], values: { bytesSent: [4] } },
    ])
  })
})
