import type { Stat } from '../session/statsRecorder'
import type { End } from '../../machines/steps'
import { pairPriority } from '../ice/priority'
import { byId, mediaTransport, numberOf, selectedPair, textOf } from './statsReport'

/** One candidate of a pair, as getStats() reports it. */
export interface PairEnd {
  /** host, srflx, prflx or relay. */
  type: string
  /** null if the browser withholds it, as it does for a peer-reflexive candidate of the other end. */
  address: string | null
  port: number | null
  protocol: string | null
  priority: number | null
}

/** One pair of the checklist, as one end reports it. */
export interface PairRow {
  id: string
  local: PairEnd
  remote: PairEnd
  /** frozen, waiting, in-progress, failed or succeeded; Firefox also has cancelled. */
  state: string
  isNominated: boolean
  /**
   * Whether its remote side is the placeholder of this app: no host has the unspecified address (RFC 1122 §3.2.1.3).
   */
  isPlaceholder: boolean
  isSelected: boolean
  /** Seconds; null before the first response. */
  roundTripTime: number | null
  bytesSent: number | null
  bytesReceived: number | null
  requestsSent: number | null
  responsesReceived: number | null
  /** Whether the local candidate is the controlling side's; null if unknown. */
  isControlling: boolean | null
  /** Candidate priorities by role, for the formula: G and D. */
  controlling: number | null
  controlled: number | null
  /** Computed by the formula; null if a candidate or the controlling side is unknown. */
  priority: bigint | null
  /** As the browser gives it, rounded to 53 bits. */
  reportedPriority: number | null
}

/** Every pair of a report, in the order of the checklist: highest priority first (RFC 8445 §6.1.2.3). */
export function pairRows(report: readonly Stat[], role: End | null): PairRow[] {
  const selected = selectedPair(report)
  const isControlling = controls(report, role)
  return report
    .filter(({ type }) => type === 'candidate-pair')
    .map((stat) => toRow(report, stat, { isSelected: stat.id === selected?.id, isControlling }))
    .sort((a, b) => compare(rankOf(b), rankOf(a)))
}

/** Whether this side is controlling. If the browser does not say, the offerer is (RFC 8445 §6.1.1). */
function controls(report: readonly Stat[], role: End | null): boolean | null {
  const iceRole = textOf(mediaTransport(report), 'iceRole')
  if (iceRole === null || iceRole === 'unknown') return role === null ? null : role === 'caller'
  return iceRole === 'controlling'
}

/** The controlling side only changes the last bit: except for ties, the order does not depend on it. */
function rankOf({ priority, local, remote }: PairRow): bigint | null {
  if (priority !== null || local.priority === null || remote.priority === null) return priority
  return pairPriority(local.priority, remote.priority)
}

function toRow(
  report: readonly Stat[],
  stat: Stat,
  { isSelected, isControlling }: { isSelected: boolean; isControlling: boolean | null },
): PairRow {
  const local = toEnd(byId(report, stat['localCandidateId']))
  const remote = toEnd(byId(report, stat['remoteCandidateId']))
  const [controlling, controlled] =
    isControlling === null
      ? [null, null]
      : isControlling
        ? [local.priority, remote.priority]
        : [remote.priority, local.priority]
  const isKnown = controlling !== null && controlled !== null
  return {
    id: stat.id,
    local,
    remote,
    state: textOf(stat, 'state') ?? '?',
    isNominated: stat['nominated'] === true,
    isPlaceholder: remote.address === '0.0.0.0',
    isSelected,
    roundTripTime:
      (numberOf(stat, 'responsesReceived') ?? 0) > 0 ? numberOf(stat, 'currentRoundTripTime') : null,
    bytesSent: numberOf(stat, 'bytesSent'),
    bytesReceived: numberOf(stat, 'bytesReceived'),
    requestsSent: numberOf(stat, 'requestsSent'),
    responsesReceived: numberOf(stat, 'responsesReceived'),
    isControlling,
    controlling,
    controlled,
    priority: isKnown ? pairPriority(controlling, controlled) : null,
    reportedPriority: numberOf(stat, 'priority'),
  }
}

function toEnd(stat: Stat | undefined): PairEnd {
  return {
    type: textOf(stat, 'candidateType') ?? '?',
    address: textOf(stat, 'address'),
    port: numberOf(stat, 'port'),
    protocol: textOf(stat, 'protocol'),
    priority: wholeOf(stat, 'priority'),
  }
}

/** A priority is a whole number; anything else is ignored. */
function wholeOf(stat: Stat | undefined, name: string): number | null {
  const value = numberOf(stat, name)
  return value !== null && Number.isInteger(value) ? value : null
}

function compare(a: bigint | null, b: bigint | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}

/** `host 192.0.2.2:44578`, or only the type if the address is withheld. */
export function pairEndText({ type, address, port }: PairEnd): string {
  return address === null || port === null ? type : `${type} ${formatAddress(address, port)}`
}

/** An address with its port; IPv6 in brackets (RFC 3986 §3.2.2). */
export function formatAddress(address: string, port: number): string {
  return `${address.includes(':') ? `[${address}]` : address}:${String(port)}`
}

/** Why the selected pair was selected: whether other working pairs have a higher or the same priority. */
export function whyItWon(
  rows: readonly PairRow[],
): { reason: 'first' | 'tied' | 'earlier'; count: number } | null {
  const won = rows.find(({ isSelected }) => isSelected)
  if (won === undefined || won.priority === null) return null
  const { priority } = won
  const others = rows.filter((row) => row !== won && row.state === 'succeeded' && row.priority !== null)
  const higher = others.filter((row) => (row.priority ?? 0n) > priority).length
  if (higher > 0) return { reason: 'earlier', count: higher }
  const tied = others.filter((row) => row.priority === priority).length
  return { reason: tied > 0 ? 'tied' : 'first', count: tied }
}
