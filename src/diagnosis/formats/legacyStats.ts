import type { DumpReport } from '../dump'

/** Columns of a report: a value for each of its times. */
type Values = DumpReport['values']

interface Standard {
  readonly type: string
  readonly values: Values
}

/** Names of Chromium's callback getStats(), and those of webrtc-stats §8 for the same counter. */
const RECEIVED: Readonly<Record<string, string>> = {
  packetsReceived: 'packetsReceived',
  packetsLost: 'packetsLost',
  bytesReceived: 'bytesReceived',
  framesDecoded: 'framesDecoded',
  googFrameRateReceived: 'framesPerSecond',
  googPlisSent: 'pliCount',
  googFirsSent: 'firCount',
  googNacksSent: 'nackCount',
}
/** Losses of a stream that is sent are those that the other end reported: `outbound-rtp` has none. */
const SENT: Readonly<Record<string, string>> = {
  packetsSent: 'packetsSent',
  bytesSent: 'bytesSent',
  framesEncoded: 'framesEncoded',
  googFrameRateSent: 'framesPerSecond',
  googPlisReceived: 'pliCount',
  googFirsReceived: 'firCount',
  googNacksReceived: 'nackCount',
}
const STREAM = { ssrc: 'ssrc', mediaType: 'kind' }
const PAIR = { bytesSent: 'bytesSent', bytesReceived: 'bytesReceived' }
const CANDIDATE = { ipAddress: 'address', portNumber: 'port', transport: 'protocol' }
const CANDIDATE_TYPES: Readonly<Record<string, string>> = {
  local: 'host',
  stun: 'srflx',
  serverreflexive: 'srflx',
  peerreflexive: 'prflx',
  relayed: 'relay',
}

/** Whether a report is one of the callback getStats(), which Chromium removed in 2023 (M117). */
export function isLegacy({ id, type }: Pick<DumpReport, 'id' | 'type'>): boolean {
  return (
    /^(?:goog|ssrc$|VideoBwe$|localcandidate$|remotecandidate$)/.test(type) ||
    /^(?:ssrc_\d+_(?:send|recv)|Conn-|Channel-|bweforvideo|goog[A-Z]|Cand-)/.test(id)
  )
}

/**
 * Gives reports of the callback getStats() the types and names of webrtc-stats §8. Its numbers are texts. What has no
 * counterpart is left out. Where a file has both kinds, only the standard ones stay, so that nothing counts twice.
 */
export function withoutLegacy(reports: readonly DumpReport[]): DumpReport[] {
  const standard = reports.filter((report) => !isLegacy(report))
  if (standard.some(({ type }) => /^(?:candidate-pair|(?:in|out)bound-rtp|transport)$/.test(type)))
    return standard
  return [
    ...standard,
    ...reports.flatMap((report) => {
      const told = isLegacy(report) ? standardOf(report) : null
      return told === null ? [] : [{ ...report, ...told }]
    }),
  ]
}

function standardOf(report: DumpReport): Standard | null {
  const { id, type, values } = report
  if (type === 'googCandidatePair' || id.startsWith('Conn-')) return pairOf(values)
  if (type === 'localcandidate' || type === 'remotecandidate') return candidateOf(type, values)
  if (type === 'googComponent' || id.startsWith('Channel-')) return transportOf(values)
  if (!id.startsWith('ssrc_')) return null
  return id.endsWith('_send')
    ? { type: 'outbound-rtp', values: renamed(values, { ...STREAM, ...SENT }) }
    : { type: 'inbound-rtp', values: renamed(values, { ...STREAM, ...RECEIVED }) }
}

/** The active pair is the one that was nominated. Of the others nothing is said but that they exist. */
function pairOf(values: Values): Standard {
  const active = values['googActiveConnection']?.map((value) => plain(value) === true) ?? []
  return {
    type: 'candidate-pair',
    values: {
      ...renamed(values, PAIR),
      nominated: active,
      state: active.map((isActive) => (isActive ? 'succeeded' : undefined)),
    },
  }
}

function candidateOf(type: string, values: Values): Standard {
  const types = values['candidateType']?.map((one) =>
    typeof one === 'string' ? (CANDIDATE_TYPES[one] ?? one) : undefined,
  )
  return {
    type: type === 'localcandidate' ? 'local-candidate' : 'remote-candidate',
    values: { ...renamed(values, CANDIDATE), ...(types && { candidateType: types }) },
  }
}

/** A cipher is there once the DTLS handshake is done. Without one, a file does not tell how far DTLS came. */
function transportOf(values: Values): Standard | null {
  const ciphers = (values['dtlsCipher'] ?? []).map((one) => typeof one === 'string' && one !== '')
  return ciphers.includes(true)
    ? { type: 'transport', values: { dtlsState: ciphers.map((is) => (is ? 'connected' : undefined)) } }
    : null
}

function renamed(values: Values, names: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, standard]) => {
      const column = Object.hasOwn(values, name) ? values[name] : undefined
      return column === undefined ? [] : [[standard, column.map(standard === 'kind' ? (one) => one : plain)]]
    }),
  )
}

/** `"12"` is 12, and `"true"` is true. */
function plain(value: unknown): unknown {
  if (value === 'true' || value === 'false') return value === 'true'
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value
}
