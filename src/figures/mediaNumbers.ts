import type { Stat } from '../session/statsRecorder'
import { numberOf } from '../projections/statsReport'

/** What a receiver reports of one kind of media: texts for a table, – where it reports nothing. */
export interface MediaNumbers {
  readonly kind: 'audio' | 'video'
  /** Average buffer, jitter, packets lost, NACKs sent, PLIs sent. */
  readonly values: readonly string[]
}

/** Reads the received streams of one `getStats()` result (WebRTC statistics, RTCInboundRtpStreamStats). */
export function mediaNumbers(stats: readonly Stat[]): MediaNumbers[] {
  return (['audio', 'video'] as const).flatMap((kind) => {
    const stream = stats.find((stat) => stat.type === 'inbound-rtp' && stat['kind'] === kind)
    if (stream === undefined) return []
    const delay = numberOf(stream, 'jitterBufferDelay')
    const emitted = numberOf(stream, 'jitterBufferEmittedCount')
    const average = delay === null || emitted === null || emitted === 0 ? null : delay / emitted
    const values = [
      inMilliseconds(average),
      inMilliseconds(numberOf(stream, 'jitter')),
      ...['packetsLost', 'nackCount', 'pliCount'].map((name) => plain(numberOf(stream, name))),
    ]
    return [{ kind, values }]
  })
}

const inMilliseconds = (seconds: number | null) =>
  seconds === null ? '–' : `${(seconds * 1000).toFixed(seconds < 0.01 ? 1 : 0)} ms`
const plain = (value: number | null) => (value === null ? '–' : String(value))
