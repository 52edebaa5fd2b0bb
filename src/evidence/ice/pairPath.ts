import type { End } from '../../../machines/steps'
import { formatAddress } from '../../projections/pairRows'
import type { PairEnd, PairRow } from '../../projections/pairRows'

/** What stands on the way of the packets, from the caller to the callee. */
export type Stop = { kind: 'end' | 'nat' | 'turn'; end: End }

/** The selected pair as a path between the two ends. */
export interface PairPath {
  kind: 'direct' | 'reflexive' | 'relayed'
  caller: PairEnd
  callee: PairEnd
  stops: readonly Stop[]
  /** The ends that are reached at an address which is not their own. */
  indirect: readonly End[]
  /** Seconds. */
  roundTripTime: number | null
}

const STOPS: Record<string, Stop['kind']> = { srflx: 'nat', prflx: 'nat', relay: 'turn' }

/** The path of a pair that `end` sees: its local candidate is on that end's side. */
export function pairPath({ local, remote, roundTripTime }: PairRow, end: End): PairPath {
  const [caller, callee] = end === 'caller' ? [local, remote] : [remote, local]
  const between = [stopOf(caller, 'caller'), stopOf(callee, 'callee')].filter((stop) => stop !== null)
  const isRelayed = between.some(({ kind }) => kind === 'turn')
  return {
    kind: isRelayed ? 'relayed' : between.length > 0 ? 'reflexive' : 'direct',
    caller,
    callee,
    stops: [{ kind: 'end', end: 'caller' }, ...between, { kind: 'end', end: 'callee' }],
    indirect: between.filter(({ kind }) => !isRelayed || kind === 'turn').map((stop) => stop.end),
    roundTripTime,
  }
}

function stopOf({ type }: PairEnd, end: End): Stop | null {
  const kind = STOPS[type]
  return kind === undefined ? null : { kind, end }
}

/** Places on a line of this length, evenly spread between its ends' own places. */
export function spread(count: number, from: number, to: number): number[] {
  if (count < 2) return [from]
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1))
}

/** An address with its port within so many characters: the middle of a long one gives way. */
export function shorten(address: string, port: number, limit: number): string {
  const whole = formatAddress(address, port)
  if (whole.length <= limit) return whole
  const half = Math.max(2, Math.floor((limit - 1) / 2))
  return `${whole.slice(0, half)}…${whole.slice(-half)}`
}
