import type { LocalCandidate } from '../../machines/contracts'
import { isHiddenAddress, parseCandidate } from '../ice/candidate'

export type CandidatePart =
  | 'foundation'
  | 'component'
  | 'protocol'
  | 'priority'
  | 'hidden'
  | 'address'
  | 'port'
  | 'discard'
  | 'host'
  | 'srflx'
  | 'relay'
  | 'other'
  | 'related'
  | 'tcp'

/** The parts of a candidate line, in the order of the line (RFC 8839 §5.1); empty where it cannot be read. */
export function candidateParts(line: string): { id: CandidatePart; text: string }[] {
  const candidate = parseCandidate(line)
  if (candidate === null) return []
  const { foundation, component, protocol, priority, address, port, type, tcpType } = candidate
  const { relatedAddress, relatedPort } = candidate
  const known = (['host', 'srflx', 'relay'] as const).find((one) => one === type)
  return [
    { id: 'foundation', text: foundation },
    { id: 'component', text: String(component) },
    { id: 'protocol', text: protocol },
    { id: 'priority', text: String(priority) },
    { id: isHiddenAddress(address) ? 'hidden' : 'address', text: address },
    { id: protocol === 'tcp' && port === 9 ? 'discard' : 'port', text: String(port) },
    { id: known ?? 'other', text: `typ ${type}` },
    ...(relatedAddress === null
      ? []
      : [{ id: 'related' as const, text: `raddr ${relatedAddress} rport ${String(relatedPort ?? 0)}` }]),
    ...(tcpType === null ? [] : [{ id: 'tcp' as const, text: `tcptype ${tcpType}` }]),
  ]
}

/** Why an end has so many rows of candidates. */
export interface CandidateCount {
  /** Rows of type host, and rows of all other types. */
  host: number
  other: number
  sections: number
  addresses: number
  transports: string[]
  /** 2 if RTCP has rows of its own, as Firefox offers it. */
  components: number
  /**
   * Whether every section has every address over every transport for every component, so that the product is the number
   * of rows.
   */
  isProduct: boolean
}

/** Counts why there are so many host rows: media sections, addresses, transports, components. */
export function countCandidates(local: readonly Pick<LocalCandidate, 'candidate'>[]): CandidateCount {
  const rows = local.flatMap(({ candidate }) => {
    const parsed = parseCandidate(candidate.candidate)
    return parsed === null ? [] : [{ ...parsed, mid: candidate.sdpMid ?? candidate.sdpMLineIndex }]
  })
  const host = rows.filter(({ type }) => type === 'host')
  const sections = new Set(host.map(({ mid }) => mid)).size
  const addresses = new Set(host.map(({ address }) => address)).size
  const transports = [...new Set(host.map(({ protocol }) => protocol.toUpperCase()))]
  const components = new Set(host.map(({ component }) => component)).size
  return {
    host: host.length,
    other: rows.length - host.length,
    sections,
    addresses,
    transports,
    components,
    isProduct: sections * addresses * transports.length * components === host.length,
  }
}
