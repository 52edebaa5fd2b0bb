import type { Dependence, NatKind } from './natKinds'
import { BEHAVIORS } from './natKinds'

/** `address:port`, as in `203.0.113.101:40001`. */
export type Endpoint = string

/** One entry of a NAT: an inner endpoint, its public endpoint, and the destinations it has sent to. */
export interface Mapping {
  readonly inside: Endpoint
  readonly outside: Endpoint
  readonly sentTo: readonly Endpoint[]
}

/** A NAT and its entries; immutable, so that each moment keeps its own. */
export interface NatTable {
  readonly kind: NatKind
  readonly publicAddress: string
  readonly firstPort: number
  readonly mappings: readonly Mapping[]
}

/** The address of an endpoint, without the port. */
export function addressOf(endpoint: Endpoint): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'))
}

/** Whether two destinations are equal for a behavior. */
function isSame(dependence: Dependence, one: Endpoint, other: Endpoint): boolean {
  if (dependence === 'independent') return true
  return dependence === 'address' ? addressOf(one) === addressOf(other) : one === other
}

export interface Outbound {
  readonly table: NatTable
  /** The source that the outside sees. */
  readonly source: Endpoint
  readonly entry: 'none' | 'new' | 'kept'
}

/** A packet leaves: its source is rewritten and its destination is recorded. */
export function sendOut(table: NatTable, inside: Endpoint, to: Endpoint): Outbound {
  if (table.kind === 'none') return { table, source: inside, entry: 'none' }
  const { mapping } = BEHAVIORS[table.kind]
  const found = table.mappings.find(
    (entry) => entry.inside === inside && entry.sentTo.some((known) => isSame(mapping, known, to)),
  )
  const outside = `${table.publicAddress}:${String(table.firstPort + table.mappings.length)}`
  const entry = found ?? { inside, outside, sentTo: [] }
  const sentTo = entry.sentTo.includes(to) ? entry.sentTo : [...entry.sentTo, to]
  const updated = { ...entry, sentTo }
  const mappings = found
    ? table.mappings.map((each) => (each === found ? updated : each))
    : [...table.mappings, updated]
  return { table: { ...table, mappings }, source: entry.outside, entry: found ? 'kept' : 'new' }
}

/** What a NAT does with an incoming packet, and why. */
export type Verdict =
  | { readonly result: 'let-in'; readonly to: Endpoint; readonly why: 'no-nat' | Dependence }
  | { readonly result: 'dropped'; readonly why: 'no-entry' | 'address' | 'address-and-port' }

/** A packet arrives: it is forwarded to an inner endpoint, or dropped. */
export function receive(table: NatTable, from: Endpoint, to: Endpoint): Verdict {
  if (table.kind === 'none') return { result: 'let-in', to, why: 'no-nat' }
  const { filtering } = BEHAVIORS[table.kind]
  const entry = table.mappings.find(({ outside }) => outside === to)
  if (!entry) return { result: 'dropped', why: 'no-entry' }
  if (entry.sentTo.some((known) => isSame(filtering, known, from))) {
    return { result: 'let-in', to: entry.inside, why: filtering }
  }
  return { result: 'dropped', why: filtering === 'address' ? 'address' : 'address-and-port' }
}
