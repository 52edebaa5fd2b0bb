import { readdirSync, readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { CASES } from '../../../scripts/nat/cases.mjs'
import { fromHex } from '../../../src/bytes/byteReader'
import { decodePacket } from '../../../src/bytes/decodePacket'
import { packetTitle } from '../../../src/bytes/packetTitle'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Fault } from '../../../src/diagnosis/verdict'
import { packetRows } from '../../../src/evidence/ice/packetRows'
import { readRecordedFailure } from '../../../src/features/problem/recordedFailure'
import { parseCandidate } from '../../../src/ice/candidate'
import { NAT_EXAMPLE_IDS } from '../../../src/recording/exampleIds'
import type { NatExampleId } from '../../../src/recording/exampleIds'
import { fetchExample } from '../../../src/recording/examples'
import { readRecording } from '../../../src/recording/readRecording'
import { redactRecording } from '../../../src/recording/redactRecording'
import { writeRecording } from '../../../src/recording/writeRecording'
import { openRecording } from '../../../src/session/openRecording'
import { dumpOf } from '../diagnosis/labFixtures'

const FOLDER = 'src/recording/examples/nat'
/** Bytes of one file: it is loaded when it is opened, perhaps on a phone. */
const LARGEST = 40_000

const packed = (id: NatExampleId) => readFileSync(`${FOLDER}/${id}.json.gz`)
const text = (id: NatExampleId) => gunzipSync(packed(id)).toString('utf8')

function open(id: NatExampleId) {
  const result = readRecording(text(id))
  if (!result.ok) throw new Error(`${id}: ${result.reason}: ${result.detail}`)
  return result
}

interface Expected {
  /** The verdicts, the likeliest first; none: the call is healthy. */
  faults: Fault[]
  /** The kinds of candidates that the caller sent, and the callee. */
  kinds: [string, string]
  /** What some of the packets are, and what became of them. */
  packets: string[]
}

const DIRECT = ['host srflx', 'host srflx'] as [string, string]
const ARRIVED = ['Binding request, USE-CANDIDATE: arrived', 'DTLS ClientHello: arrived']
const REFUSED = ['Allocate request: on-its-way', 'Allocate error response 401: arrived']

const EXPECTED: Record<NatExampleId, Expected> = {
  'direct-srflx': { faults: [], kinds: DIRECT, packets: ['Binding request: on-its-way', ...ARRIVED] },
  'address-restricted': { faults: [], kinds: DIRECT, packets: ARRIVED },
  'hole-punched': { faults: [], kinds: DIRECT, packets: ['Binding request: not-in', ...ARRIVED] },
  'double-nat': { faults: [], kinds: DIRECT, packets: ARRIVED },
  'symmetric-prflx': { faults: [], kinds: DIRECT, packets: ['Binding request: not-in', ...ARRIVED] },
  'symmetric-failed': {
    faults: ['no-path'],
    kinds: DIRECT,
    packets: ['Binding request: not-in', 'Binding request, USE-CANDIDATE: not-in'],
  },
  'symmetric-relay': {
    faults: [],
    kinds: ['host relay srflx', 'host relay srflx'],
    packets: [
      'Allocate success response: arrived',
      'CreatePermission request: on-its-way',
      'Send indication: on-its-way',
      'Data indication: arrived',
      'ChannelBind success response: arrived',
    ],
  },
  'relay-only': {
    faults: [],
    kinds: ['relay', 'relay'],
    packets: ['CreatePermission request: on-its-way', 'ChannelData 0x4000 · DTLS ServerHello: arrived'],
  },
  'turn-tcp': {
    faults: [],
    kinds: ['host relay', 'host relay srflx'],
    packets: ['Binding request: not-out', 'Allocate success response: whole'],
  },
  'turn-tls': {
    faults: [],
    kinds: ['host relay', 'host relay srflx'],
    packets: ['Binding request: not-out', 'TLS ClientHello: whole', 'TLS application_data: whole'],
  },
  'turn-wrong-password': { faults: ['turn-refused', 'no-path'], kinds: DIRECT, packets: REFUSED },
  'turn-expired': { faults: ['turn-refused', 'no-path'], kinds: DIRECT, packets: REFUSED },
  'stun-blocked': {
    faults: ['no-path', 'udp-blocked'],
    kinds: ['host', 'host'],
    packets: ['Binding request: not-out'],
  },
  'network-change': { faults: [], kinds: DIRECT, packets: ARRIVED },
  'firefox-hole-punched': { faults: [], kinds: DIRECT, packets: ['DTLS ClientHello: arrived'] },
}

function kindsOf(id: NatExampleId): string[] {
  const last = open(id).snapshots.at(-1)
  return (['caller', 'callee'] as const).map((end) => {
    const kinds = last?.[end].context.local.map(({ candidate }) => parseCandidate(candidate.candidate)?.type)
    return [...new Set(kinds)].sort().join(' ')
  })
}

describe.each(NAT_EXAMPLE_IDS)('%s', (id) => {
  const rows = () => packetRows(open(id).recording.packets ?? [])

  it('opens, and is saved again as the same file', () => {
    expect(writeRecording(open(id).recording)).toBe(text(id))
    expect(statSync(`${FOLDER}/${id}.json.gz`).size).toBeLessThan(LARGEST)
  })

  it('ends as its case says', () => {
    const { snapshots } = open(id)
    const states = (['caller', 'callee'] as const).map(
      (end) => snapshots.at(-1)?.[end].context.peer?.connectionState,
    )
    const wanted = CASES[id]?.until === 'failed' ? 'failed' : 'connected'
    expect(states).toEqual([wanted, wanted])
  })

  it('has the verdicts, the candidates and the packets that it is about', async () => {
    const { verdicts, healthy } = diagnose([await dumpOf(text(id))])
    const told = rows().map(({ title, fate }) => `${title}: ${fate}`)
    const { faults, kinds, packets } = EXPECTED[id]
    expect(verdicts.map(({ fault }) => fault)).toEqual(faults)
    expect(healthy).toBe(faults.length === 0)
    expect(kindsOf(id)).toEqual(kinds)
    expect(told).toEqual(expect.arrayContaining(packets))
  })

  it('has packets in the order of time, and each is divided into ranges to its end', () => {
    const packets = open(id).recording.packets ?? []
    const times = packets.map(({ at }) => at)
    expect(times).toEqual([...times].sort((one, other) => one - other))
    for (const { hex } of packets) {
      const bytes = fromHex(hex)
      const ranges = decodePacket(bytes)
      expect(ranges.at(-1)?.to).toBe(bytes.length)
      expect(packetTitle(bytes)).not.toBe('?')
    }
  })

  if (id === 'network-change')
    it('finds another path by an ICE restart, from another address', () => {
      const { snapshots, recording } = open(id)
      expect(recording.log.filter(({ event }) => event.type === 'ice.restart')).toHaveLength(1)
      const states = snapshots.map(({ caller }) => caller.context.peer?.connectionState)
      expect(states.filter((state, at) => state !== states[at - 1])).toEqual([
        'new',
        'connecting',
        'connected',
        'disconnected',
        'connected',
      ])
      expect(JSON.stringify(snapshots.at(-1)?.caller.context.local)).toContain('203.0.113.103')
    })

  it('holds no password of a TURN server: a placeholder stands in its place', () => {
    const credentials = [...text(id).matchAll(/"credential": ?"([^"]*)"/g)].map(([, value]) => value)
    expect(new Set(credentials)).toEqual(new Set(credentials.length === 0 ? [] : ['credential-1']))
    const asksTurn = JSON.stringify(CASES[id]?.asked).includes('turn:')
    expect(credentials.length > 0).toBe(asksTurn)
  })

  it('loses its packets when it is redacted', () => {
    const redacted = writeRecording(redactRecording(open(id).recording))
    expect(redacted).not.toContain('"packets"')
    expect(redacted).not.toContain('203.0.113.')
  })
})

test('a call of Chromium whose checks all failed opens at that failure, and does not blame DTLS', () => {
  const { frame } = openRecording({ ...open('symmetric-failed').recording, script: HANDSHAKE_13 })
  expect(readRecordedFailure(frame.value.view)).toMatchObject({
    proof: 'connectionState: failed, iceConnectionState: disconnected',
    error: 'checking-failed',
  })
})

test('every case of the bench is in the list, and every one in the list is a file', () => {
  expect(Object.keys(CASES)).toEqual([...NAT_EXAMPLE_IDS])
  expect(readdirSync(FOLDER).sort()).toEqual(NAT_EXAMPLE_IDS.map((id) => `${id}.json.gz`).sort())
})

describe('a recording that is fetched', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it.each(['packed', 'unpacked on the way'])('is the same text when it arrives %s', async (how) => {
    const body = how === 'packed' ? new Uint8Array(packed('hole-punched')) : text('hole-punched')
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)))
    expect(await (await fetchExample('hole-punched')).text()).toBe(text('hole-punched'))
  })

  it('that is damaged is refused with an error', async () => {
    const damaged = new Uint8Array(packed('hole-punched').subarray(0, 100))
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(damaged)))
    await expect(fetchExample('hole-punched')).rejects.toThrow()
  })
})
