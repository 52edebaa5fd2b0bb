import type { Problem } from '../../machines/contracts'
import type { Operation } from '../../machines/endActors'
import { toProblem } from '../../machines/facts'
import type { CaptureChoice } from '../peer/media'
import type { MediaKind, PeerOperation } from '../peer/operations'
import type { PeerPort } from '../peer/port'

/** What became of an operation of a bench. */
type Outcome = { result?: unknown } | { problem: Problem }

/**
 * Runs one operation of a bench: a capture of the devices, or an operation of the connection. It is called at once, so
 * operations in a row are calls in a row. Never rejects; the outcome of an operation on a closed connection never comes
 * (WebRTC §4.4.1.4).
 */
export async function runBenchOperation(peer: PeerPort, operation: Operation): Promise<Outcome> {
  try {
    if (operation.call === 'release') {
      peer.releaseMedia(nameOf(operation), operation['kind'] as MediaKind | undefined)
      return {}
    }
    const result = await (operation.call === 'capture'
      ? capture(peer, operation)
      : peer.run(operation as PeerOperation))
    return result === undefined ? {} : { result }
  } catch (error) {
    return { problem: toProblem(error) }
  }
}

function capture(peer: PeerPort, operation: Operation) {
  const { source, devices, only } = operation as { source?: unknown } & CaptureChoice
  const known = source === 'camera' || source === 'screen' ? source : 'test-pattern'
  return peer.captureMedia(known, nameOf(operation), { ...(devices && { devices }), ...(only && { only }) })
}

const nameOf = ({ name }: Operation) => name as string | undefined
