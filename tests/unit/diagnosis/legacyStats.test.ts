import { describe, expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Dump } from '../../../src/diagnosis/dump'
import { readDump } from '../../../src/diagnosis/readDump'
import { reportsOf } from '../../../src/diagnosis/formats/internalsStats'
import { failingCaller, healthyCaller, dumpOf } from './handMade'
import { internalsOf } from './dialects/internals'

const START = Date.UTC(2026, 8, 21, 14, 13, 20)

/** A series as Chromium 86 wrote it: times as ISO texts, values as JSON text. */
function series(values: readonly unknown[], statsType: string) {
  return {
    startTime: new Date(START).toISOString(),
    endTime: new Date(START + (values.length - 1) * 1_000).toISOString(),
    statsType,
    values: JSON.stringify(values),
  }
}

const all = (value: unknown) => Array.from({ length: 30 }, () => value)
const counter = (by: number) => Array.from({ length: 30 }, (_, index) => String(index * by))

/** What its callback getStats() gave of a call that runs; of a pair, whether it is the active one. */
function legacy(isActive: boolean) {
  const moving = (by: number) => (isActive ? counter(by) : all('0'))
  return {
    'Conn-audio-1-0-googActiveConnection': series(all(String(isActive)), 'googCandidatePair'),
    'Conn-audio-1-0-googWritable': series(all(String(isActive)), 'googCandidatePair'),
    'Conn-audio-1-0-googRtt': series(all('12'), 'googCandidatePair'),
    'Conn-audio-1-0-bytesReceived': series(moving(90_000), 'googCandidatePair'),
    'Conn-audio-1-1-googActiveConnection': series(all('false'), 'googCandidatePair'),
    'Conn-audio-1-1-bytesReceived': series(all('0'), 'googCandidatePair'),
    'ssrc_1234_recv-mediaType': series(all('video'), 'ssrc'),
    'ssrc_1234_recv-ssrc': series(all('1234'), 'ssrc'),
    'ssrc_1234_recv-packetsReceived': series(moving(100), 'ssrc'),
    'ssrc_1234_recv-packetsLost': series(all('-1'), 'ssrc'),
    'ssrc_1234_recv-framesDecoded': series(moving(30), 'ssrc'),
    'ssrc_1234_recv-googFrameRateReceived': series(all('30'), 'ssrc'),
    'ssrc_1234_recv-googPlisSent': series(all('1'), 'ssrc'),
    'ssrc_99_send-mediaType': series(all('audio'), 'ssrc'),
    'ssrc_99_send-packetsSent': series(moving(50), 'ssrc'),
    'ssrc_99_send-packetsLost': series(moving(40), 'ssrc'),
    'ssrc_99_send-bits_sent_per_second': series(all('32000'), 'ssrc'),
    'Channel-audio-1-dtlsCipher': series(
      all(isActive ? 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256' : ''),
      'googComponent',
    ),
    'bweforvideo-googAvailableSendBandwidth': series(all('300000'), 'VideoBwe'),
    'googTrack_video-googTrackId': series(all('video'), 'googTrack'),
    'Cand-abc-ipAddress': series(all('192.0.2.10'), 'localcandidate'),
    'Cand-abc-portNumber': series(all('50000'), 'localcandidate'),
    'Cand-abc-transport': series(all('udp'), 'localcandidate'),
    'Cand-abc-candidateType': series(all('stun'), 'localcandidate'),
  }
}

async function read(dump: Dump, stats: object, isStated = true) {
  const file = JSON.parse(internalsOf(dump, 'g1')) as {
    PeerConnections: Record<string, { stats: object; updateLog: { type: string }[] }>
  }
  for (const connection of Object.values(file.PeerConnections)) {
    connection.stats = stats
    if (!isStated)
      connection.updateLog = connection.updateLog.filter(({ type }) => !/onnectionStateChange$/.test(type))
  }
  const reading = await readDump(new TextEncoder().encode(JSON.stringify(file)))
  if (!('dump' in reading)) throw new Error(reading.problem)
  return diagnose([reading.dump])
}

describe('statistics of the callback getStats()', () => {
  test('a pair that is active is connected, also where no state is recorded', async () => {
    const diagnosis = await read(dumpOf(healthyCaller()), legacy(true), false)
    expect(diagnosis.connections[0]?.outcome).toBe('connected')
    expect(diagnosis).toMatchObject({ healthy: true, verdicts: [] })
  })

  test('a pair that is not active does not connect', async () => {
    const { verdicts, healthy, connections } = await read(dumpOf(failingCaller()), legacy(false))
    expect(healthy).toBe(false)
    expect(connections[0]?.outcome).toBe('failed')
    expect(verdicts.map(({ fault }) => fault)).toEqual(['no-path'])
  })

  test('media that flows counts as flowing', () => {
    const reports = reportsOf('1', legacy(true))
    expect(reports.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'Conn-audio-1-0 candidate-pair',
      'Conn-audio-1-1 candidate-pair',
      'ssrc_1234_recv inbound-rtp',
      'ssrc_99_send outbound-rtp',
      'Channel-audio-1 transport',
      'Cand-abc local-candidate',
    ])
    const received = reports.find(({ type }) => type === 'inbound-rtp')
    expect(received?.values['kind']?.at(-1)).toBe('video')
    expect(received?.values['packetsReceived']?.at(-1)).toBe(2_900)
    expect(received?.values['framesDecoded']?.at(-1)).toBe(870)
    expect(received?.times).toHaveLength(30)
    expect(reports.find(({ type }) => type === 'local-candidate')?.values).toMatchObject({
      address: all('192.0.2.10'),
      port: all(50_000),
      candidateType: all('srflx'),
    })
  })

  test('losses that the other end reported are none of the stream that is sent', () => {
    const sent = reportsOf('1', legacy(true)).find(({ type }) => type === 'outbound-rtp')
    expect(Object.keys(sent?.values ?? {}).toSorted()).toEqual(['kind', 'packetsSent'])
  })

  test('beside standard statistics they are left out', () => {
    const both = { ...legacy(true), 'T01-dtlsState': series(all('new'), 'transport') }
    expect(reportsOf('1', both).map(({ id }) => id)).toEqual(['T01'])
  })
})
