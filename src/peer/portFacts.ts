import type { PeerFact, Problem } from '../../machines/contracts'
import type { ChannelId } from './operations'
import type { ConnectionStatus } from './status'

/** The live state of one data channel (WebRTC §6.2). */
export interface ChannelStatus {
  id: ChannelId
  label: string
  protocol: string
  ordered: boolean
  negotiated: boolean
  /** The SCTP stream; null until the DTLS roles are known (RFC 8832 §6). */
  streamId: number | null
  readyState: RTCDataChannelState
}

export type ChannelFact =
  /** The other end has created a channel: the `datachannel` event. */
  | { type: 'pc.channel'; channel: ChannelStatus }
  | { type: 'pc.channel-changed'; cause: 'open' | 'closing' | 'close'; channel: ChannelStatus }
  /** `data` is null unless it is text; `size` counts bytes. */
  | { type: 'pc.channel-message'; channel: ChannelId; data: string | null; size: number }
  | { type: 'pc.channel-error'; channel: ChannelId; problem: Problem }

/** Everything a peer reports by itself. Its slots may hold a provisional answer, which no step of a call sets. */
export type PortFact =
  | Exclude<PeerFact, { type: 'pc.changed' }>
  | { type: 'pc.changed'; cause: string; status: Partial<ConnectionStatus> }
  | ChannelFact
