import type { NatKind } from './natKinds'
import type { Endpoint, NatTable } from './natTable'
import { receive, sendOut } from './natTable'
import type { Leg, Learned, SimulationStep, SimulationStepKind, NatEnd, Trip } from './simulationStep'

/** The addresses of the lab where the packets of the byte view were captured (RFC 5737). */
export const SERVER: Endpoint = '203.0.113.10:3478'
/** The address that the server relays for the callee. */
export const RELAY: Endpoint = '203.0.113.10:49170'

const PUBLIC: Record<NatEnd, string> = { caller: '203.0.113.101', callee: '203.0.113.102' }
const INNER: Record<NatEnd, string> = { caller: '10.0.1.2', callee: '10.0.2.2' }
const LOCAL_PORT: Record<NatEnd, number> = { caller: 5001, callee: 6001 }
const FIRST_PORT: Record<NatEnd, number> = { caller: 40001, callee: 50001 }

function createTable(side: NatEnd, kind: NatKind): NatTable {
  return { kind, publicAddress: PUBLIC[side], firstPort: FIRST_PORT[side], mappings: [] }
}

/** Two ends, their NATs and a server; every packet adds a moment. */
export function createWorld(kinds: Readonly<Record<NatEnd, NatKind>>) {
  const nats = { caller: createTable('caller', kinds.caller), callee: createTable('callee', kinds.callee) }
  const steps: SimulationStep[] = []

  /** The socket of an end; without a NAT its address is public. */
  function local(side: NatEnd): Endpoint {
    const address = kinds[side] === 'none' ? PUBLIC[side] : INNER[side]
    return `${address}:${String(LOCAL_PORT[side])}`
  }

  /** Adds a moment with the tables as they are now. */
  function note(kind: SimulationStepKind, side: NatEnd, facts: Partial<SimulationStep> = {}): void {
    steps.push({ kind, side, trip: null, learned: null, outcome: null, ...facts, nats: { ...nats } })
  }

  /** Sends a packet through one NAT or two. */
  function send(sender: NatEnd | 'server', receiver: NatEnd | 'server', to: Endpoint, from: Endpoint): Trip {
    const legs: Leg[] = []
    let source = from
    let entry: Trip['entry'] = null
    if (sender !== 'server') {
      const out = sendOut(nats[sender], from, to)
      nats[sender] = out.table
      source = out.source
      entry = out.entry
      legs.push({ place: sender, from, to })
    }
    legs.push({ place: 'internet', from: source, to })
    if (receiver === 'server') return { sender, receiver, legs, entry, verdict: null }
    const verdict = receive(nats[receiver], source, to)
    if (verdict.result === 'let-in') legs.push({ place: receiver, from: source, to: verdict.to })
    return { sender, receiver, legs, entry, verdict }
  }

  return { steps, local, note, send }
}

export type World = ReturnType<typeof createWorld>

/** The source of a packet as the receiver sees it. */
export function seenSource(trip: Trip): Endpoint {
  return trip.legs.at(-1)?.from ?? ''
}

/** Whether a NAT dropped the packet. */
export function isDropped(trip: Trip): boolean {
  return trip.verdict?.result === 'dropped'
}

/** How an end knows a source: as a candidate it received, or learned from the packet itself. */
export function learnedFrom(side: NatEnd, source: Endpoint, signaled: Endpoint): Learned | null {
  return source === signaled ? null : { side, kind: 'prflx', endpoint: source }
}
