/** The fields of a candidate line (RFC 8839 §5.1). */
export interface IceCandidate {
  foundation: string
  /** 1: RTP with everything multiplexed on it; 2: separate RTCP. */
  component: number
  /** `udp` or `tcp`; Firefox writes capitals. */
  protocol: string
  priority: number
  /** An address, or a `.local` name that hides one. */
  address: string
  port: number
  /** host, srflx, prflx, relay, or another token that RFC 8839 allows. */
  type: string
  /** The address that a reflexive or relayed candidate was derived from. */
  relatedAddress: string | null
  relatedPort: number | null
  /** active, passive or so (RFC 6544); null over UDP. */
  tcpType: string | null
}

/** If the word after `typ` is the name of the first pair, the type is missing. */
const PATTERN =
  /^(?:a=)?candidate:(?<foundation>\S+) (?<component>\d{1,5}) (?<protocol>\S+) (?<priority>\d{1,10}) (?<address>\S+) (?<port>\d{1,5}) typ (?!(?:raddr|rport|tcptype|generation|ufrag|network-id|network-cost) )(?<type>\S+)(?<rest>(?: .*)?)$/

/** Reads `candidate:…`, with or without `a=` before it. Returns null for anything else; never throws. */
export function parseCandidate(line: string): IceCandidate | null {
  const fields = PATTERN.exec(line.trimEnd())?.groups
  if (fields === undefined) return null
  const { foundation = '', protocol = '', address = '', type = '', rest = '' } = fields
  const extensions = readPairs(rest)
  const relatedPort = extensions.get('rport')
  return {
    foundation,
    component: Number(fields['component']),
    protocol: protocol.toLowerCase(),
    priority: Number(fields['priority']),
    address,
    port: Number(fields['port']),
    type,
    relatedAddress: extensions.get('raddr') ?? null,
    relatedPort: relatedPort !== undefined && /^\d+$/.test(relatedPort) ? Number(relatedPort) : null,
    tcpType: extensions.get('tcptype') ?? null,
  }
}

/** `raddr 10.0.1.2 rport 40211 generation 0`: names and values alternate. */
function readPairs(rest: string): Map<string, string> {
  const words = rest.split(' ').slice(1)
  const pairs = new Map<string, string>()
  for (let index = 0; index + 1 < words.length; index += 2)
    pairs.set(words[index] ?? '', words[index + 1] ?? '')
  return pairs
}

/** A name used instead of a host address until the page may use the camera (draft-ietf-mmusic-mdns-ice-candidates). */
export function isHiddenAddress(address: string): boolean {
  return address.endsWith('.local')
}
