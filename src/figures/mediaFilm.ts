import type { End } from '../../machines/steps'
import recorded from '../../lessons/packets/media-film.json'

/** What a packet is, as far as the bytes tell that are not encrypted. */
export type FilmKind = 'stun' | 'dtls' | 'audio' | 'video' | 'rtx' | 'nack' | 'pli' | 'twcc' | 'report'

/** A packet of the recording (lessons/packets/README.md). Times are milliseconds since the caller set the answer. */
export interface FilmPacket {
  readonly at: number
  /** null: the network dropped it. */
  readonly arrived: number | null
  readonly from: End
  readonly kind: FilmKind
  readonly bytes: number
  /** RTP only: the time of its content in milliseconds, on a clock of its own. */
  readonly time?: number
}

interface Film {
  readonly browser: string
  readonly length: number
  readonly moments: readonly { at: number; end: End; what: string }[]
  readonly packets: readonly FilmPacket[]
  readonly samples: readonly FilmSample[]
}

/** Counters of getStats(): the first two of the caller's sender, the others of the callee's receiver. */
interface FilmSample {
  readonly at: number
  readonly keyFrames?: number
  readonly target?: number
  readonly lost?: number
  readonly decoded?: number
}

export const FILM_RECORDING = recorded as unknown as Film

/** The lanes of the strip from top to bottom. */
export const FILM_LANES = [
  { id: 'connect', kinds: ['stun', 'dtls'] },
  { id: 'audio', kinds: ['audio'] },
  { id: 'video', kinds: ['video'] },
  { id: 'rtx', kinds: ['rtx'] },
  { id: 'feedback', kinds: ['nack', 'pli', 'twcc', 'report'] },
] as const satisfies readonly { id: string; kinds: readonly FilmKind[] }[]

export const MEDIA_MOMENTS = [
  'answer',
  'ice',
  'dtls',
  'packet',
  'picture',
  'decoded',
  'pli',
  'key-frame',
  'lost',
  'nack',
  'repair',
] as const
export type MediaMoment = (typeof MEDIA_MOMENTS)[number]

/** When each moment of the strip was, in the order of time; a moment that the recording lacks is missing. */
export function mediaMoments({ moments, packets, samples }: Film = FILM_RECORDING): {
  id: MediaMoment
  at: number
}[] {
  const at = (what: string) => moments.find((moment) => moment.end === 'caller' && moment.what === what)?.at
  const firstOf = (test: (packet: FilmPacket) => boolean) => packets.find(test)
  const isMedia = ({ kind }: FilmPacket) => kind === 'audio' || kind === 'video'
  const lost = firstOf(({ arrived }) => arrived === null)
  const pli = firstOf(({ kind }) => kind === 'pli')
  const times: Record<MediaMoment, number | null | undefined> = {
    answer: 0,
    ice: at('ice connected'),
    dtls: packets.filter(({ kind }) => kind === 'dtls').at(-1)?.arrived,
    packet: firstOf(isMedia)?.at,
    picture: firstOf(({ kind }) => kind === 'video')?.arrived,
    decoded: samples.find(({ decoded = 0 }) => decoded > 0)?.at,
    pli: pli?.at,
    'key-frame':
      pli && firstOf(({ kind, at: sent }) => kind === 'video' && sent > (pli.arrived ?? Infinity))?.at,
    lost: lost?.at,
    nack: lost && firstOf(({ kind, at: sent }) => kind === 'nack' && sent > lost.at)?.at,
    repair: lost && firstOf(({ kind, time }) => kind === 'rtx' && time === lost.time)?.arrived,
  }
  return MEDIA_MOMENTS.flatMap((id) => {
    const time = times[id]
    return time === undefined || time === null ? [] : [{ id, at: time }]
  }).sort((a, b) => a.at - b.at)
}

/** What had happened by a moment. */
export function filmCounts(until: number, { packets, samples }: Film = FILM_RECORDING) {
  const before = packets.filter(({ at }) => at <= until)
  const sample = samples.filter(({ at }) => at <= until).at(-1)
  const count = (test: (packet: FilmPacket) => boolean) => before.filter(test).length
  return {
    media: count(({ kind }) => kind === 'audio' || kind === 'video'),
    dropped: count(({ arrived }) => arrived === null),
    rtx: count(({ kind }) => kind === 'rtx'),
    nack: count(({ kind }) => kind === 'nack'),
    pli: count(({ kind }) => kind === 'pli'),
    twcc: count(({ kind }) => kind === 'twcc'),
    keyFrames: sample?.keyFrames ?? 0,
    decoded: sample?.decoded ?? 0,
    /** Bits per second that the encoder may use; null before there is an estimate. */
    target: sample?.target ?? null,
  }
}

/** A sound packet: when its sound belongs, and how much later than the quickest one it came; milliseconds. */
export interface SoundPacket {
  readonly time: number
  readonly late: number
}

/** The caller's sound packets that arrived, by the time of their sound. */
export function soundPackets({ packets }: Film = FILM_RECORDING): SoundPacket[] {
  const sound = packets.flatMap(({ kind, arrived, time }) =>
    kind === 'audio' && arrived !== null && time !== undefined ? [{ time, way: arrived - time }] : [],
  )
  const quickest = Math.min(...sound.map(({ way }) => way))
  const start = Math.min(...sound.map(({ time }) => time))
  return sound.map(({ time, way }) => ({ time: time - start, late: way - quickest }))
}
