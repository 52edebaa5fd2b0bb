import type { LogEntry } from '../../machines/log'
import type { End } from '../../machines/steps'

export const FILM = ['ice', 'dtls', 'packet', 'frame'] as const
export type FilmMoment = (typeof FILM)[number]

/** When each end saw each moment, in milliseconds since the caller set the answer; null where it has not. */
export type Film = Record<Exclude<FilmMoment, 'frame'>, Record<End, number | null>>

/**
 * Reads from the log when ICE connected, when the whole connection did, and when the first packet came.
 * The first frame is in no event: the log cannot say. Null until the caller has set the answer.
 */
export function connectFilm(entries: readonly LogEntry[]): Film | null {
  const film: Film = {
    ice: { caller: null, callee: null },
    dtls: { caller: null, callee: null },
    packet: { caller: null, callee: null },
  }
  let hasOffered = false
  let start: number | null = null
  for (const { at, end, event } of entries) {
    if (event.type === 'pc.track-changed' && !event.track.muted) film.packet[end] ??= at
    if (event.type !== 'pc.changed') continue
    const { signalingState, iceConnectionState, connectionState } = event.status
    if (iceConnectionState === 'connected' || iceConnectionState === 'completed') film.ice[end] ??= at
    if (connectionState === 'connected') film.dtls[end] ??= at
    if (end !== 'caller') continue
    if (signalingState === 'have-local-offer') hasOffered = true
    if (hasOffered && signalingState === 'stable') start ??= at
  }
  if (start === null) return null
  const zero = start
  const since = ({ caller, callee }: Record<End, number | null>) => ({
    caller: caller === null ? null : caller - zero,
    callee: callee === null ? null : callee - zero,
  })
  return { ice: since(film.ice), dtls: since(film.dtls), packet: since(film.packet) }
}
