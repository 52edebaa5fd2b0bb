import type { StatsSample } from '../session/statsRecorder'
import { pairRows } from './pairRows'
import { byId, numberOf, selectedPair, textOf } from './statsReport'

/** How a picture arrives, in the words of the statistics; null where the browser does not report one. */
export interface CallQuality {
  /** `VP8` */
  codec: string | null
  /** Milliseconds from this end to the other and back, as the selected pair measures it. */
  roundTrip: number | null
  /** The kinds of the two candidates in use: `host ↔ srflx`. */
  pair: string | null
  /** `640×480` */
  size: string | null
}

/** Reads the newest sample; null before there is one. */
export function readQuality(samples: readonly StatsSample[]): CallQuality | null {
  const stats = samples.at(-1)?.stats
  if (stats === undefined) return null
  const video = stats.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'video')
  const seconds = numberOf(selectedPair(stats), 'currentRoundTripTime')
  const pair = pairRows(stats, null).find(({ isSelected }) => isSelected)
  const [width, height] = [numberOf(video, 'frameWidth'), numberOf(video, 'frameHeight')]
  return {
    codec: textOf(byId(stats, video?.['codecId']), 'mimeType')?.split('/')[1] ?? null,
    roundTrip: seconds === null ? null : Math.round(seconds * 1_000),
    pair: pair === undefined ? null : `${pair.local.type} ↔ ${pair.remote.type}`,
    size: width === null || height === null ? null : `${String(width)}×${String(height)}`,
  }
}
