import type { Candidate } from '../../machines/contracts'
import { parseCandidate } from '../ice/candidate'
import type { Applied } from './applied'
import type { DumpReport } from './dump'
import { lastOf, textOf, typeOfReport } from './stats'

/** An address where an end can be reached, from wherever the file names it. */
export interface Path {
  /** host, srflx, prflx or relay (RFC 8445 §5.1.1). */
  readonly type: string
  /** Empty: the file hides it. */
  readonly address: string
  readonly port: number | null
  readonly protocol: string
  /** How a relay is reached: udp, tcp or tls; null if it is none, or the file does not say. */
  readonly relayProtocol: string | null
  readonly url: string | null
  /** Empty: unknown. */
  readonly ufrag: string
  /** The line that says so; null: a description or a report does. */
  readonly seq: number | null
}

/** All addresses of one side: single candidates, those inside descriptions, and those in statistics, each once. */
export function pathsOf(
  side: 'local' | 'remote',
  singles: readonly (Candidate & { seq: number; url?: string; relayProtocol?: string })[],
  applied: readonly Applied[],
  reports: readonly DumpReport[],
): Path[] {
  const found = [
    ...singles.flatMap((single) => fromText(single.candidate, single.seq, single)),
    ...applied
      .filter((one) => one.side === side && one.outcome !== 'failed')
      .flatMap(({ sdp }) => fromSdp(sdp)),
    ...reports.filter((report) => typeOfReport(report) === `${side}-candidate`).map(fromReport),
  ]
  const known = new Map<string, Path>()
  for (const path of found) {
    const key = `${path.type} ${path.protocol} ${path.address} ${path.port}`
    if (!known.has(key)) known.set(key, path)
  }
  return [...known.values()]
}

function fromSdp(sdp: string): Path[] {
  if (!sdp.includes('a=candidate:')) return []
  const ufrag = /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1] ?? ''
  return sdp
    .split(/\r?\n/)
    .flatMap((line) =>
      line.startsWith('a=candidate:') ? fromText(line, null, { usernameFragment: ufrag }) : [],
    )
}

function fromText(
  text: string,
  seq: number | null,
  {
    usernameFragment,
    url,
    relayProtocol,
  }: { usernameFragment?: string | null; url?: string; relayProtocol?: string },
): Path[] {
  const candidate = parseCandidate(text)
  if (candidate === null) return []
  const { type, address, port, protocol } = candidate
  return [
    {
      type,
      address,
      port,
      protocol,
      relayProtocol: relayProtocol ?? null,
      url: url ?? null,
      ufrag: ufragOf(text) || (usernameFragment ?? ''),
      seq,
    },
  ]
}

/** The ufrag that a candidate line names (RFC 8838 §11). */
export function ufragOf(candidate: string): string {
  return / ufrag (\S+)/.exec(candidate)?.[1] ?? ''
}

function fromReport(report: DumpReport): Path {
  const port = Number(lastOf(report, 'port'))
  return {
    type: textOf(report, 'candidateType').replace('serverreflexive', 'srflx').replace('relayed', 'relay'),
    address: textOf(report, 'address') || textOf(report, 'ip'),
    port: Number.isFinite(port) ? port : null,
    protocol: textOf(report, 'protocol'),
    relayProtocol: textOf(report, 'relayProtocol') || null,
    url: textOf(report, 'url') || null,
    ufrag: textOf(report, 'usernameFragment'),
    seq: null,
  }
}
