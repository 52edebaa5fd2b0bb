import { connectionFailures } from '../../i18n/messages/recordedFailure'
import type { ErrorId } from '../../errors/errorIds'
import type { Message } from '../../i18n/i18n'
import type { CallView } from '../../session/callView'
import type { ConnectionView } from '../../trace/trace'
import { explainProblem } from './explainProblem'

/** How a recorded call failed. */
export interface RecordedFailure {
  readonly connection: ConnectionView
  readonly title: Message
  /** What an exception means here. */
  readonly meaning?: Message
  /** The browser's own words, or the field that shows it. */
  readonly proof: string
  /** The page about it. */
  readonly error: ErrorId | null
}

/** What failed at a moment: a step by its exception, or the connection by its states. null if nothing did. */
export function readRecordedFailure({ turn, connections }: CallView): RecordedFailure | null {
  for (const connection of connections) {
    const problem = connection.end?.tag === 'failed' ? connection.end.context.problem : null
    if (problem === null) continue
    const { title, meaning, error } = explainProblem(problem, connection.end?.step ?? null)
    const proof = problem.message === '' ? problem.name : `${problem.name}: ${problem.message}`
    return { connection, title, meaning, proof, error }
  }
  if (turn.phase !== 'failed') return null
  return connections.map(readConnection).find((found) => found !== null) ?? readStall(connections)
}

/** Neither success nor failure was reported for a long time. */
function readStall([connection]: readonly ConnectionView[]): RecordedFailure | null {
  if (connection === undefined) return null
  const proof = `connectionState: ${connection.facts.peer?.connectionState ?? '–'}`
  return { connection, title: connectionFailures.stalled, proof, error: 'new-for-ever' }
}

function readConnection(connection: ConnectionView): RecordedFailure | null {
  const { peer, local } = connection.facts
  const isDown = peer?.connectionState === 'failed'
  const ice = peer?.iceConnectionState
  // Chromium never says `failed` for ICE: its `connectionState` does, while ICE stays `disconnected`.
  if (ice === 'failed' || (isDown && ice === 'disconnected')) {
    const proof = `${ice === 'failed' ? '' : 'connectionState: failed, '}iceConnectionState: ${ice}`
    return { connection, title: connectionFailures.ice, proof, error: 'checking-failed' }
  }
  if (isDown) {
    return {
      connection,
      title: connectionFailures.dtls,
      proof: 'connectionState: failed',
      error: 'dtls-failed',
    }
  }
  if (peer === null || local.length > 0) return null
  const proof = `icecandidate ×0, iceConnectionState: ${peer.iceConnectionState}`
  return { connection, title: connectionFailures.noCandidates, proof, error: 'no-candidates' }
}
