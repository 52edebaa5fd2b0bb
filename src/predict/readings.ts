import type { Candidate, Description, PeerStatus } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import { parseCandidate } from '../ice/candidate'
import { readLines, toSections } from '../sdp/lines'
import { roleOf } from '../trace/trace'
import type { Trace } from '../trace/trace'
import type { TraceEvent, TraceKind } from '../trace/traceEvent'
import type { RoleEvent } from './stepEvidence'
import type { Finding } from './question'

type State = 'signalingState' | 'iceGatheringState' | 'iceConnectionState' | 'connectionState'

/** A state as the option of the same name; null if no option has that name. */
export function readState<Option extends string>(
  peer: PeerStatus | null,
  state: State,
  options: readonly Option[],
): Finding<Option> | null {
  const value = peer?.[state]
  const option = options.find((one) => one === value)
  return option === undefined ? null : { option, seen: `${state} = "${option}"` }
}

/** What the slots of a connection hold, as `pendingLocal: offer`, without empty ones. */
export function slotsOf(peer: PeerStatus): string[] {
  const slots = {
    pendingLocalDescription: peer.pendingLocalDescription,
    currentLocalDescription: peer.currentLocalDescription,
    pendingRemoteDescription: peer.pendingRemoteDescription,
    currentRemoteDescription: peer.currentRemoteDescription,
  }
  return Object.entries(slots).flatMap(([name, slot]) => (slot === null ? [] : [`${name}: ${slot.type}`]))
}

/** Number of events of one kind and name at an end. */
export function countOf(events: readonly RoleEvent[], end: End, kind: TraceKind, name: string): number {
  return events.filter(({ role, event }) => role === end && event.kind === kind && event.name === name).length
}

/** Position of the first event of one end that a test accepts, or -1. */
export function firstOf(
  events: readonly RoleEvent[],
  end: End,
  accepts: (event: TraceEvent) => boolean,
): number {
  return events.findIndex(({ role, event }) => role === end && accepts(event))
}

/** Types and sections of the candidates that an end gathered. */
export function candidatesOf(events: readonly RoleEvent[], end: End): { type: string; mid: string | null }[] {
  return events.flatMap(({ role, event }) => {
    const gathered = role === end ? gatheredIn(event) : null
    if (gathered === null) return []
    return [{ type: parseCandidate(gathered.candidate)?.type ?? '', mid: gathered.sdpMid }]
  })
}

function gatheredIn(event: TraceEvent): Candidate | null {
  return event.kind === 'event' && event.name === 'onicecandidate' ? event.data : null
}

/** The output of a call as a description; null if it is none. */
export function asDescription(output: unknown): Description | null {
  if (typeof output !== 'object' || output === null) return null
  const { type, sdp } = output as Partial<Description>
  return (type === 'offer' || type === 'answer') && typeof sdp === 'string' ? { type, sdp } : null
}

/** The first line of a text with this beginning; null without one. */
export function lineOf(sdp: string, start: string): string | null {
  return readLines(sdp).find(({ text }) => text.startsWith(start))?.text ?? null
}

/** The media sections in order, as `audio 0, video 1`. */
export function sectionsOf(sdp: string): string {
  return toSections(readLines(sdp))
    .filter(({ media }) => media !== null)
    .map(({ media, mid }) => `${media ?? ''} ${mid ?? ''}`.trim())
    .join(', ')
}

/** The direction of the first media section (RFC 8866 §6.7: without a line, sendrecv); null without a section. */
export function directionOf(sdp: string): string | null {
  const section = /^m=[\s\S]*/m.exec(sdp)?.[0]
  if (section === undefined) return null
  return /^a=(sendrecv|sendonly|recvonly|inactive)\r?$/m.exec(section)?.[1] ?? 'sendrecv'
}

/** The candidates gathered by an end, one line each: `udp 192.0.2.1:4000 host, sdpMid 0`. */
export function candidateLines({ connections, events }: Trace, end: End): string[] {
  const lines = events.flatMap((event) => {
    const gathered = roleOf(connections, event.conn) === end ? gatheredIn(event) : null
    const read = gathered && parseCandidate(gathered.candidate)
    if (gathered === null || read === null) return []
    const { protocol, address, port, type } = read
    return [`${protocol} ${address}:${String(port)} ${type}, sdpMid ${String(gathered.sdpMid)}`]
  })
  return [...new Set(lines)]
}
