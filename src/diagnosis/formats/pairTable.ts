import type { DumpReport } from '../dump'
import { pairState } from './firefox'

/** A pair of candidates in a table of about:webrtc that was copied as text. */
export interface PairRow {
  readonly state: string
  readonly local: PairEnd
  readonly remote: PairEnd
}

interface PairEnd {
  readonly address: string
  readonly port: number
  readonly protocol: string
  readonly candidateType: string
}

const END = /(\S+):(\d{1,5})\/(udp|tcp)\(([a-z-]+)\)/g
/** The states are not translated (RTCStatsIceCandidatePairState). */
const STATE = /\b(succeeded|failed|in-?progress|waiting|frozen|cancelled)\b/
const MOST_ROWS = 500

/**
 * The rows `192.0.2.1:50000/udp(host)  198.51.100.2:50001/udp(srflx)  failed`, by their form: the words around them are
 * in the person's language.
 */
export function pairRowsIn(text: string): PairRow[] {
  if (!/\/(?:udp|tcp)\(/.test(text)) return []
  return text
    .split(/\r\n|[\n\r]/)
    .flatMap((line): PairRow[] => {
      const [local, remote, ...more] = [...line.matchAll(END)].map(endOf)
      const state = STATE.exec(line)?.[1]
      return local && remote && more.length === 0 && state !== undefined
        ? [{ state: pairState(state), local, remote }]
        : []
    })
    .slice(0, MOST_ROWS)
}

function endOf([, address = '', port, protocol = '', type = '']: RegExpExecArray): PairEnd {
  return {
    address: address.replace(/^\[|\]$/g, ''),
    port: Number(port),
    protocol,
    candidateType: type.startsWith('relayed') ? 'relay' : type === 'serverreflexive' ? 'srflx' : type,
  }
}

/** The rows as reports of the connection of one end. A text has no times. */
export function reportsOfPairs(conn: string, rows: readonly PairRow[]): DumpReport[] {
  const report = (id: string, type: string, values: object): DumpReport => ({
    conn,
    id,
    type,
    times: [0],
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])),
  })
  return rows.flatMap(({ state, local, remote }, index) => [
    report(`local ${index}`, 'local-candidate', local),
    report(`remote ${index}`, 'remote-candidate', remote),
    report(`pair ${index}`, 'candidate-pair', {
      state,
      nominated: state === 'succeeded',
      localCandidateId: `local ${index}`,
      remoteCandidateId: `remote ${index}`,
    }),
  ])
}
