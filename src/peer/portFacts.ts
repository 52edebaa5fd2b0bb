import type { BenchFact } from '../../machines/bench/benchContracts'
import type { PeerFact } from '../../machines/contracts'
import type { ConnectionStatus } from './status'

/** What data channels report. */
export type ChannelFact = Extract<BenchFact, { type: `pc.channel${string}` }>

/** Everything a peer reports by itself. Its slots may hold a provisional answer, which no step of a call sets. */
export type PortFact =
  | Exclude<PeerFact, { type: 'pc.changed' }>
  | { type: 'pc.changed'; cause: string; status: Partial<ConnectionStatus> }
  | ChannelFact
