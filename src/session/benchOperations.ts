import type { Problem } from '../../machines/contracts'
import type { Operation } from '../../machines/endActors'
import { toProblem } from '../../machines/facts'
import type { Devices } from '../peer/media'
import type { PeerOperation } from '../peer/operations'
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
      peer.releaseMedia(String(operation['name']))
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

function capture(peer: PeerPort, { source, name, devices }: Operation) {
  const known = source === 'camera' || source === 'screen' ? source : 'test-pattern'
  return peer.captureMedia(known, name as string | undefined, devices as Devices | undefined)
}
