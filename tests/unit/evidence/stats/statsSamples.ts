import type { End } from '../../../../machines/steps'
import type { Stat, StatsSample } from '../../../../src/session/statsRecorder'

/** A report as Chromium 156 gives it, reduced to what is read, with the given counters. */
export function chromium(
  timestamp: number,
  bytes: number,
  more: { lost?: number; received?: number } = {},
): Stat[] {
  return [
    {
      id: 'IA',
      type: 'inbound-rtp',
      timestamp,
      kind: 'audio',
      jitter: 0.002,
      packetsLost: 1,
      packetsReceived: 100,
      bytesReceived: bytes,
      codecId: 'CA',
    },
    {
      id: 'IV',
      type: 'inbound-rtp',
      timestamp,
      kind: 'video',
      jitter: 0.005,
      packetsLost: more.lost ?? 2,
      packetsReceived: more.received ?? 200,
      bytesReceived: bytes,
      codecId: 'CV',
      framesPerSecond: 30,
      framesDecoded: 120,
    },
    { id: 'OV', type: 'outbound-rtp', timestamp, kind: 'video', bytesSent: bytes, codecId: 'CV' },
    { id: 'CA', type: 'codec', timestamp, mimeType: 'audio/opus' },
    { id: 'CV', type: 'codec', timestamp, mimeType: 'video/VP8' },
    { id: 'CR', type: 'certificate', timestamp, fingerprint: '51:A1:03', fingerprintAlgorithm: 'sha-256' },
    {
      id: 'T',
      type: 'transport',
      timestamp,
      selectedCandidatePairId: 'P',
      remoteCertificateId: 'CR',
      iceRole: 'controlling',
      dtlsState: 'connected',
      dtlsRole: 'server',
      tlsVersion: 'FEFC',
      dtlsCipher: 'TLS_AES_128_GCM_SHA256',
      srtpCipher: 'SRTP_AES128_CM_HMAC_SHA1_80',
    },
    {
      id: 'P',
      type: 'candidate-pair',
      timestamp,
      state: 'succeeded',
      nominated: true,
      localCandidateId: 'L',
      remoteCandidateId: 'R',
      responsesReceived: 1,
      currentRoundTripTime: 0.0011,
      priority: 7241540810108190000,
    },
    {
      id: 'L',
      type: 'local-candidate',
      timestamp,
      candidateType: 'srflx',
      address: 'fd00::2',
      port: 5000,
      protocol: 'udp',
      priority: 1686052607,
    },
    {
      id: 'R',
      type: 'remote-candidate',
      timestamp,
      candidateType: 'prflx',
      address: '',
      port: 6000,
      protocol: 'udp',
      priority: 1853824767,
    },
  ]
}

export function sampleOf(stats: readonly Stat[], at = 0, end: End = 'caller'): StatsSample {
  return { at, conn: end, stats }
}
