import type { Description, PeerStatus } from '../../machines/contracts'
import type { LogEntry } from '../../machines/log'
import type { End } from '../../machines/steps'
import { parseCandidate } from '../ice/candidate'
import { readLines, toSections } from '../sdp/lines'
import type { Finding } from './question'

type State = 'signalingState' | 'iceGatheringState' | 'iceConnectionState' | 'connectionState'

/** A state as the option of the same name; null when it is none of them. */
export function readState<Option extends string>(
  peer: PeerStatus | null,
  state: State,
  options: readonly Option[],
): Finding<Option> | null {
  const value = peer?.[state]
  const option = options.find((one) => one === value)
  return option === undefined ? null : { option, seen: `${state} = "${option}"` }
}

/** What the slots of a connection hold, as `pendingLocal: offer`; empty ones are left out. */
export function slotsOf(peer: PeerStatus): string[] {
  const slots = {
    pendingLocalDescription: peer.pendingLocalDescription,
    currentLocalDescription: peer.currentLocalDescription,
    pendingRemoteDescription: peer.pendingRemoteDescription,
    currentRemoteDescription: peer.currentRemoteDescription,
  }
  return Object.entries(slots).flatMap(([name, slot]) => (slot === null ? [] : [`${name}: ${slot.type}`]))
}

/** How many events of one type an end reported. */
export function countOf(entries: readonly LogEntry[], end: End, type: LogEntry['event']['type']): number {
  return entries.filter((entry) => entry.end === end && entry.event.type === type).length
}

/** Position of the first entry of one end that a test accepts, or -1. */
export function firstOf(
  entries: readonly LogEntry[],
  end: End,
  accepts: (event: LogEntry['event']) => boolean,
): number {
  return entries.findIndex((entry) => entry.end === end && accepts(entry.event))
}

/** Types and sections of the candidates that an end gathered. */
export function candidatesOf(entries: readonly LogEntry[], end: End): { type: string; mid: string | null }[] {
  return entries.flatMap((entry) => {
    if (entry.end !== end || entry.event.type !== 'pc.candidate') return []
    const { candidate, sdpMid } = entry.event.candidate
    return [{ type: parseCandidate(candidate)?.type ?? '', mid: sdpMid }]
  })
}

/** A call's output as a description; null when it was something else. */
export function asDescription(output: unknown): Description | null {
  if (typeof output !== 'object' || output === null) return null
  const { type, sdp } = output as Partial<Description>
  return (type === 'offer' || type === 'answer') && typeof sdp === 'string' ? { type, sdp } : null
}

/** The first line of a text that starts with these letters; null when none does. */
export function lineOf(sdp: string, start: string): string | null {
  return readLines(sdp).find(({ text }) => text.startsWith(start))?.text ?? null
}

/** The media sections in their order, as `audio 0, video 1`. */
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

/** The candidates that an end has gathered, one line each: `udp 192.0.2.1:4000 host, sdpMid 0`. */
export function candidateLines(entries: readonly LogEntry[], end: End): string[] {
  const lines = entries.flatMap((entry) => {
    if (entry.end !== end || entry.event.type !== 'pc.candidate') return []
    const { candidate, sdpMid } = entry.event.candidate
    const read = parseCandidate(candidate)
    if (read === null) return []
    return [`${read.protocol} ${read.address}:${String(read.port)} ${read.type}, sdpMid ${String(sdpMid)}`]
  })
  return [...new Set(lines)]
}
