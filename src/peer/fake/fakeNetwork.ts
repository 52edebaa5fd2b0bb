import { createFakeConnection } from './fakeConnection'
import type { FakeConnection, FakeOptions } from './fakeConnection'

export interface FakeNetwork {
  /** Replaces `new RTCPeerConnection(config)`. */
  connect(config?: RTCConfiguration): RTCPeerConnection
  /** Every connection that was created, in order. */
  readonly connections: readonly FakeConnection[]
}

/**
 * Connects fake connections: two are connected once both are stable, each knows the other's ICE user fragment and at
 * least one of them has a candidate of the other (RFC 8445 §7.3.1.3: one direction is enough).
 */
export function createFakeNetwork(
  kind: Pick<FakeOptions, 'givesUp' | 'refusesPlaceholder'> = {},
): FakeNetwork {
  const connections: FakeConnection[] = []

  function check() {
    for (const one of connections) {
      const other = connections.find(({ ufrag }) => ufrag() !== '' && ufrag() === one.remoteUfrag())
      if (other === undefined || other.remoteUfrag() !== one.ufrag()) continue
      if (!one.isNegotiated() || !other.isNegotiated()) continue
      if (one.hasRemoteCandidate() || other.hasRemoteCandidate()) {
        one.becomeConnected()
        other.becomeConnected()
      }
      if (one.pc.connectionState === 'connected') openChannels(one, other)
    }
  }

  return {
    connections,
    connect(config = {}) {
      const connection = createFakeConnection({ config, id: connections.length, onChange: check, ...kind })
      connections.push(connection)
      return connection.pc
    },
  }
}

/** Gives each waiting channel a stream id: odd ones for the DTLS server, which is the offerer here (RFC 8832 §6). */
function openChannels(one: FakeConnection, other: FakeConnection) {
  const [ours, theirs] = [one.channels(), other.channels()]
  if (ours === null || theirs === null) return
  for (const channel of ours.waiting()) {
    const { negotiated, id } = channel.pc
    if (negotiated && !theirs.waiting().some(({ pc }) => pc.negotiated && pc.id === id)) continue
    theirs.accept(channel, negotiated && id !== null ? id : ours.nextStreamId(one.isOfferer() ? 1 : 0))
  }
}
