import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { historiesOf } from '../../../src/diagnosis/history'
import { readDump } from '../../../src/diagnosis/readDump'
import { dumpIn, storedBytes } from './labFixtures'

/** The five forms of webrtc-internals, made by hand of one call: the same story in each. */
const FORMS = [
  ['g1', '–2021', 'Chrome 96'],
  ['g2', '2022–24', 'Chrome 120'],
  ['g3', 'M142', 'Google Chrome 142'],
  ['g4', 'M144', 'Google Chrome 144'],
  ['g5', 'M147+', 'Google Chrome 149'],
] as const

const bytesOf = (form: string) => storedBytes(`by-hand-internals-${form}.json`)

describe.each(FORMS)('webrtc-internals, form %s', (form, dialect, browser) => {
  it('tells the call', async () => {
    const dump = await dumpIn(bytesOf(form))
    expect(dump).toMatchObject({ dialect, browser, skipped: [] })
    expect(dump.connections).toEqual([
      {
        id: '7-1',
        page: 'https://call.example/room',
        configuration: {
          iceServers: [{ urls: ['turn:turn.example:3478?transport=udp'], hasCredential: true }],
          iceTransportPolicy: 'all',
          bundlePolicy: 'balanced',
        },
        role: null,
      },
    ])
    const told = dump.lines.filter(({ conn }) => conn === '7-1')
    expect(told.map(({ name, value }) => (typeof value === 'string' ? `${name} ${value}` : name))).toEqual([
      'create',
      'addTransceiver',
      'onnegotiationneeded',
      'createOffer',
      'createOfferOnSuccess',
      'setLocalDescription',
      'onsignalingstatechange have-local-offer',
      'setLocalDescriptionOnSuccess',
      'onicegatheringstatechange gathering',
      'onicecandidate',
      'onicecandidateerror',
      'addIceCandidate',
      'addIceCandidateOnFailure',
      'setRemoteDescription',
      'onsignalingstatechange stable',
      'setRemoteDescriptionOnSuccess',
      'setRemoteDescription',
      'setRemoteDescriptionOnFailure',
      'oniceconnectionstatechange checking',
      'onconnectionstatechange connecting',
      'onconnectionstatechange failed',
      'close',
    ])
    const valueOf = (name: string) => told.find((line) => line.name === name)?.value
    expect(valueOf('addTransceiver')).toEqual({
      kind: 'audio',
      id: 'mic-1',
      direction: 'sendrecv',
      cause: 'addTrack',
    })
    expect(valueOf('createOffer')).toEqual({ iceRestart: true })
    expect(valueOf('onicecandidateerror')).toEqual({
      url: 'turn:turn.example:3478?transport=udp',
      errorCode: 701,
      errorText: 'TURN allocate request timed out.',
      address: '192.0.2.10',
      port: 54321,
    })
    const candidate = valueOf('addIceCandidate')
    expect(candidate).toMatchObject({ sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'EfGh' })
    expect(valueOf('addIceCandidateOnFailure')).toMatchObject({ candidate })
    const [refused] = dump.lines.filter(({ name }) => name === 'setRemoteDescriptionOnFailure')
    expect(refused?.value).toEqual({
      name: '',
      message: 'Failed to set remote answer sdp: Called in wrong state: stable',
    })
    expect(dump.lines[refused?.call ?? -1]).toMatchObject({
      name: 'setRemoteDescription',
      value: { type: 'answer' },
    })
  })

  it('has its times in one zone, and each value at its time', async () => {
    const { lines, reports } = await dumpIn(bytesOf(form))
    const began = 1_638_290_481_000
    const times = lines.flatMap(({ at, conn }) => (at === null || conn === null ? [] : [at]))
    expect(times.every((at) => at >= began && at < began + 11_000)).toBe(true)
    expect(times).toEqual([...times].sort((one, other) => one - other))
    expect(reports).toHaveLength(1)
    expect(reports[0]).toMatchObject({ conn: '7-1', type: 'candidate-pair' })
    expect(reports[0]?.times.map((at) => at - began)).toEqual([2_000, 3_000, 4_000, 5_000])
    expect(reports[0]?.values).toEqual({
      state: ['waiting', 'in-progress', 'in-progress', 'failed'],
      requestsSent: [0, 2, 4, 6],
      currentRoundTripTime: [undefined, undefined, 0.02, 0.03],
    })
  })

  it('tells what was captured, as far as the form says it', async () => {
    const { lines } = await dumpIn(bytesOf(form))
    const told = lines
      .filter(({ name }) => name.startsWith('getUserMedia'))
      .map(({ name, value }) => ({ name, value }))
    const both = { audio: true, video: true, source: 'user' }
    if (form === 'g1') expect(told).toEqual([{ name: 'getUserMedia', value: both }])
    else
      expect(told).toEqual([
        { name: 'getUserMedia', value: both },
        { name: 'getUserMediaOnSuccess', value: { ...both, tracks: [{ kind: 'audio', id: 'mic-1' }] } },
        { name: 'getUserMedia', value: { ...both, audio: false } },
        {
          name: 'getUserMediaOnFailure',
          value: {
            ...both,
            audio: false,
            problem: { name: 'NotAllowedError', message: 'Permission denied' },
          },
        },
      ])
  })

  it('is the same in other encodings', async () => {
    const own = await dumpIn(bytesOf(form))
    const text = Buffer.from(bytesOf(form)).toString('utf8')
    const forms = [
      gzipSync(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    ]
    for (const bytes of forms) expect(await dumpIn(new Uint8Array(bytes))).toEqual(own)
  })

  it('is read as far as it goes where it is cut off', async () => {
    const bytes = bytesOf(form)
    const half = await dumpIn(bytes.slice(0, bytes.length * 0.8))
    expect(half.skipped).toEqual(['the file is cut off'])
    expect(half.connections).toHaveLength(1)
    const early = await readDump(bytes.slice(0, 30))
    expect(early).toMatchObject({ problem: 'cut-off', format: 'webrtc-internals' })
  })
})

it.each([
  ['{"getUserMedia":[],"PeerConnections":{},"UserAgent":"Chrome/149.0.0.0"}', 'no-connections'],
  ['', 'empty'],
  [' \n', 'empty'],
])('%j gives a reason', async (text, problem) => {
  expect(await readDump(new TextEncoder().encode(text))).toMatchObject({ problem })
})

it('refuses what is too large, binary, or a damaged gzip', async () => {
  expect(await readDump(new Uint8Array(200 * 1024 * 1024))).toMatchObject({
    problem: 'too-large',
    detail: '200 MB',
  })
  expect(await readDump(Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256))).toMatchObject({
    problem: 'binary',
  })
  expect(await readDump(new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]))).toMatchObject({
    problem: 'damaged-gzip',
  })
})

it('stops when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('stopped'))
  await expect(readDump(gzipSync('{}'), { signal })).rejects.toThrow('stopped')
})

it('unpacks a file that is read as what a person says, too', async () => {
  const text = JSON.stringify({ type: 'offer', sdp: 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n' })
  const read = (bytes: Uint8Array) => readDump(bytes, { as: 'sdp' })
  const plain = await read(new TextEncoder().encode(text))
  expect(plain).toMatchObject({ dump: { format: 'sdp' } })
  expect(await read(gzipSync(text))).toEqual(plain)
})

it('until 2025 a refused candidate has one line, in the place of the call: the candidates before it were added', async () => {
  const candidate = (address: string) =>
    `sdpMid: 0, sdpMLineIndex: 0, candidate: candidate:1 1 udp 2122260223 ${address} 5000 typ host`
  const updateLog = [
    ['addIceCandidate', candidate('192.0.2.1')],
    ['addIceCandidateFailed', candidate('192.0.2.2')],
    ['addIceCandidate', candidate('192.0.2.3')],
    // Other files have both lines.
    ['addIceCandidateFailed', candidate('192.0.2.3')],
  ].map(([type, value]) => ({ time: '11/30/2021, 4:41:21 PM', type, value }))
  const dump = await dumpIn(
    Buffer.from(
      JSON.stringify({ PeerConnections: { '7-1': { rtcConfiguration: '', stats: {}, updateLog } } }),
    ),
  )
  const [history] = historiesOf(dump, 0)
  expect(
    history?.added.map(({ candidate: one, problem }) => [one.candidate.split(' ')[4], problem !== null]),
  ).toEqual([
    ['192.0.2.1', false],
    ['192.0.2.2', true],
    ['192.0.2.3', true],
  ])
})
