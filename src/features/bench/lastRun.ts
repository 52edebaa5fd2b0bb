import type { BenchState, OperationCall } from '../../../machines/bench/benchContracts'
import type { PeerStatus } from '../../../machines/contracts'
import { rowOf } from './operationRows'

/** The last operation that the learner ran from a row; null if none has. */
export function lastOf({ operations }: Pick<BenchState, 'operations'>, row: string): OperationCall | null {
  return (
    operations.findLast(({ purpose, operation }) => purpose === 'learner' && rowOf(operation) === row) ?? null
  )
}

/** Whether an operation can have no outcome any more: the connection was closed while it ran (WebRTC §4.4.1.4). */
export function isStranded(
  { state }: Pick<OperationCall, 'state'>,
  peer: Pick<PeerStatus, 'signalingState'> | null,
): boolean {
  return state === 'pending' && peer?.signalingState === 'closed'
}
