import type { End } from '../../machines/steps'
import { roleOf } from '../trace/trace'
import type { Trace } from '../trace/trace'

export const FILM = ['ice', 'dtls', 'packet', 'frame'] as const
export type FilmMoment = (typeof FILM)[number]

/** When each end reached each moment, in milliseconds since the caller set the answer; null if it has not. */
export type Film = Record<Exclude<FilmMoment, 'frame'>, Record<End, number | null>>

/**
 * Reads from a trace when ICE connected, when the whole connection did, and when the first packet arrived. The first
 * frame is no event of the trace, so it is missing. null until the caller has set the answer.
 */
export function connectFilm(trace: Trace): Film | null {
  const film: Film = {
    ice: { caller: null, callee: null },
    dtls: { caller: null, callee: null },
    packet: { caller: null, callee: null },
  }
  let hasOffered = false
  let start: number | null = null
  for (const event of trace.events) {
    const { at } = event
    const end = roleOf(trace.connections, event.conn)
    if (end === null) continue
    if (event.kind === 'event' && event.name === 'MediaStreamTrack.onunmute') film.packet[end] ??= at
    if (event.kind !== 'state') continue
    const { signalingState, iceConnectionState, connectionState } = event.data
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
