import type { Description, PeerStatus } from '../../../machines/contracts'
import type { End } from '../../../machines/steps'
import { parseCandidate } from '../../ice/candidate'
import { pairEndText, pairRows } from '../../projections/pairRows'
import { readLines } from '../../sdp/lines'
import { outlineOf } from '../../sdp/outline'
import type { SdpOutline } from '../../sdp/outline'
import type { ConnectionFacts } from '../../trace/trace'
import { withRole } from '../../trace/trace'
import type { SheetCall } from './sheetCall'

/* Values of a call as a learner copies them from the panels. null: the call does not have it. */

/** What is known of an end at the end of the call; null if it has no connection of that role. */
export function factsOf({ view }: SheetCall, end: End): ConnectionFacts | null {
  return withRole(view.connections, end)?.facts ?? null
}

/** The local description of an end: what it negotiates now, else what is in force. */
export function localOf(peer: PeerStatus | null): Description | null {
  return peer?.pendingLocalDescription ?? peer?.currentLocalDescription ?? null
}

/** The outline of a description's text. */
export function outline(description: Description | null): SdpOutline | null {
  return description === null ? null : outlineOf(readLines(description.sdp))
}

/** The algorithm and the first four bytes of a fingerprint: `sha-256 1A:2B:3C:4D`. */
export function fingerprintStart(text: SdpOutline | null): string | null {
  const [, hash, bytes] = /^(\S+) ((?:[\da-f]{2}:){3}[\da-f]{2})/i.exec(text?.fingerprint ?? '') ?? []
  return hash === undefined || bytes === undefined ? null : `${hash} ${bytes}`
}

/** The media sections in their order: `0 audio, 1 video`. */
export function sectionsOf(text: SdpOutline | null): string | null {
  return text === null ? null : text.sections.map(({ mid, media }) => `${mid} ${media}`).join(', ')
}

/** The first codec of the first video section. */
export function videoCodec(text: SdpOutline | null): string | null {
  const codec = text?.sections.find(({ media }) => media === 'video')?.codecs[0]
  return codec === undefined ? null : `${codec.payload} ${codec.name}`
}

/** Which description each slot of a connection holds: `pendingLocal: offer`; `–` if none does. */
export function slotsOf(peer: PeerStatus | null): string | null {
  if (peer === null) return null
  const slots = {
    pendingLocal: peer.pendingLocalDescription,
    currentLocal: peer.currentLocalDescription,
    pendingRemote: peer.pendingRemoteDescription,
    currentRemote: peer.currentRemoteDescription,
  }
  const filled = Object.entries(slots).flatMap(([name, slot]) =>
    slot === null ? [] : [`${name}: ${slot.type}`],
  )
  return filled.join(', ') || '–'
}

/** A field of the transceivers in their order: `audio recvonly, video recvonly`. */
export function transceiversOf(
  peer: PeerStatus | null,
  field: 'direction' | 'currentDirection',
): string | null {
  if (peer === null) return null
  return peer.transceivers.map((one) => `${one.kind} ${one[field] ?? 'null'}`).join(', ') || '–'
}

/** How many candidates of each type an end gathered: `2 host, 1 srflx`. */
export function candidateCounts(facts: ConnectionFacts | null): string | null {
  if (facts === null) return null
  const types = facts.local.flatMap(({ candidate }) => parseCandidate(candidate.candidate)?.type ?? [])
  const counts = [...new Set(types)].map(
    (type) => `${String(types.filter((one) => one === type).length)} ${type}`,
  )
  return counts.join(', ') || '0'
}

/** Address and port of the first gathered candidate, and its priority. */
export function firstCandidate(facts: ConnectionFacts | null): { address: string; priority: string } | null {
  for (const { candidate } of facts?.local ?? []) {
    const read = parseCandidate(candidate.candidate)
    if (read !== null)
      return { address: `${read.address}:${String(read.port)}`, priority: String(read.priority) }
  }
  return null
}

/** The selected pair as the newest statistics of the caller show it: its types, then its addresses. */
export function pairOf({ samples, view }: SheetCall): string | null {
  const id = withRole(view.connections, 'caller')?.id
  const stats = samples.findLast(({ conn }) => conn === id)?.stats
  const pair = stats && pairRows(stats, 'caller').find(({ isSelected }) => isSelected)
  if (pair === undefined) return null
  const { local, remote } = pair
  return `${local.type} ${pairEndText(local)} ↔ ${remote.type} ${pairEndText(remote)}`
}
