import type { Description, PeerFact } from '../../machines/contracts'
import type { Operation, PeerConfig } from '../../machines/endActors'
import type { ChannelFact, PortFact } from '../peer/portFacts'
import type { PeerOperation, WrittenDescription } from '../peer/operations'
import type { PeerPort } from '../peer/port'

/** new RTCPeerConnection() with the learner's settings. */
export function create(peer: PeerPort, { iceServers, relayOnly }: PeerConfig): Promise<undefined> {
  const iceTransportPolicy = relayOnly ? 'relay' : 'all'
  return peer.run({ call: 'create', configuration: { iceServers, iceTransportPolicy } })
}

/**
 * Adds each captured track once. Tracks that a failed attempt added are removed first; otherwise they would be sent
 * too.
 */
export async function addCaptured(peer: PeerPort): Promise<void> {
  for (const { id, isSending } of await peer.run({ call: 'getTransceivers' }))
    if (isSending) await peer.run({ call: 'removeTrack', transceiver: id })
  await Promise.all(peer.captured().map((track) => peer.run({ call: 'addTrack', track })))
}

/**
 * Runs the operations that a step lists, in order, and returns the description that the last one wrote, if any.
 * `create` without a configuration uses the settings; `setRemoteDescription` without a description uses the one
 * received.
 */
export async function runOperations(
  peer: PeerPort,
  operations: readonly Operation[],
  { received, config }: { received: Description | null; config: PeerConfig },
): Promise<Description | null> {
  let result: unknown = null
  for (const operation of operations) {
    if (operation.call === 'create' && !('configuration' in operation)) {
      await create(peer, config)
      result = null
    } else {
      const filled =
        operation.call === 'setRemoteDescription' ? { description: received, ...operation } : operation
      // A script is data, so it may name an operation that the port does not know; the port refuses it.
      result = await peer.run(filled as PeerOperation)
    }
  }
  const isWritten = typeof result === 'object' && result !== null && 'sdp' in result
  return isWritten ? toDescription(result as WrittenDescription) : null
}

/** A written description as the machines take it: steps make offers and answers only. */
export function toDescription(written: WrittenDescription | null): Description {
  if (written?.type !== 'offer' && written?.type !== 'answer')
    throw new Error(`no offer or answer: ${written?.type ?? 'nothing'}`)
  return { type: written.type, sdp: written.sdp }
}

/** Whether a fact is about a data channel, which only a bench takes. */
export function isBenchFact(fact: PortFact): fact is ChannelFact {
  return fact.type.startsWith('pc.channel')
}

/** Whether the machines of a call handle such a fact. They create no data channels. */
export function isCallFact(fact: PortFact): fact is PeerFact {
  return !isBenchFact(fact)
}
