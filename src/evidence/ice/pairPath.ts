import type { End } from '../../../machines/steps'
import { formatAddress } from '../../projections/pairRows'
import type { PairEnd, PairRow } from '../../projections/pairRows'

/** A side of the drawn path. The caller is on the left; without roles, the connection that reports the pair is. */
export type Side = 'left' | 'right'

/** What a packet passes on its path. */
export type Stop = { kind: 'end' | 'nat' | 'turn'; side: Side }

/** The selected pair as a path between two ends. */
export interface PairPath {
  kind: 'direct' | 'reflexive' | 'relayed'
  left: PairEnd
  right: PairEnd
  /** The side of the connection that reports the pair. */
  own: Side
  stops: readonly Stop[]
  /** The sides that are reached through an address of a NAT or a TURN server. */
  indirect: readonly Side[]
  /** Seconds. */
  roundTripTime: number | null
}

const STOPS: Record<string, Stop['kind']> = { srflx: 'nat', prflx: 'nat', relay: 'turn' }

/** The path of a pair as a connection with this role reports it: its local candidate is on its own side. */
export function pairPath({ local, remote, roundTripTime }: PairRow, role: End | null): PairPath {
  const own = role === 'callee' ? 'right' : 'left'
  const [left, right] = own === 'left' ? [local, remote] : [remote, local]
  const between = [stopOf(left, 'left'), stopOf(right, 'right')].filter((stop) => stop !== null)
  const isRelayed = between.some(({ kind }) => kind === 'turn')
  return {
    kind: isRelayed ? 'relayed' : between.length > 0 ? 'reflexive' : 'direct',
    left,
    right,
    own,
    stops: [{ kind: 'end', side: 'left' }, ...between, { kind: 'end', side: 'right' }],
    indirect: between.filter(({ kind }) => !isRelayed || kind === 'turn').map(({ side }) => side),
    roundTripTime,
  }
}

function stopOf({ type }: PairEnd, side: Side): Stop | null {
  const kind = Object.hasOwn(STOPS, type) ? STOPS[type] : undefined
  return kind === undefined ? null : { kind, side }
}

/** Positions spread evenly over a line, the first and the last at its ends. */
export function spread(count: number, from: number, to: number): number[] {
  if (count < 2) return [from]
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1))
}

/** An address with its port, at most `limit` characters long: a long one is shortened in the middle. */
export function shorten(address: string, port: number, limit: number): string {
  const whole = formatAddress(address, port)
  if (whole.length <= limit) return whole
  const half = Math.max(2, Math.floor((limit - 1) / 2))
  return `${whole.slice(0, half)}…${whole.slice(-half)}`
}
