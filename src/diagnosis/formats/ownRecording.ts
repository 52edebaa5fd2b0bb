import type { End } from '../../../machines/steps'
import type { LogEntry, Snapshots } from '../../../machines/log'
import { fromLog } from '../../trace/fromLog'
import type { DumpCoverage, Reading } from '../dump'
import { createDumpBuilder } from './builder'
import { timeOf } from './foreign'
import { createOwnEnd } from './ownEnd'
import type { Pace } from './pace'

const COVERS: readonly DumpCoverage[] = ['calls', 'states', 'descriptions', 'candidates', 'capture', 'wire']

/** A call of this app: what happened, and the snapshots of both ends, which have one item more than the log. */
export interface OwnCall {
  readonly log: readonly LogEntry[]
  readonly snapshots: readonly Snapshots[]
  /** When it began: milliseconds since the epoch. */
  readonly began: number
  readonly browser: string
}

/** Reads a recording of this app, of any version. What is damaged is refused, with the reason of its own reader. */
export async function readOwnRecording(text: string, pace: Pace): Promise<Reading> {
  // The machines that replay a recording are large; most files need none of them.
  const { readRecording } = await import('../../recording/readRecording')
  await pace(0.1)
  const result = readRecording(text)
  if (!result.ok) {
    const problem = result.reason === 'too-large' || result.reason === 'cut-off' ? result.reason : 'unknown'
    return { problem, format: 'recording', detail: `${result.reason} ${result.detail}`.trim() }
  }
  const { recording, snapshots } = result
  const { log, browser } = recording
  return readOwnCall({ log, snapshots, browser, began: timeOf(recording.made) ?? 0 })
}

/** A call of this app, recorded or running, as a dump. */
export function readOwnCall({ log, snapshots, began, browser }: OwnCall): Reading {
  const builder = createDumpBuilder('recording')
  const ends = {
    caller: createOwnEnd(builder),
    callee: createOwnEnd(builder),
  }
  for (const [index, event] of fromLog(log).entries()) {
    const conn = event.conn as End
    if (!builder.connections.has(conn)) builder.addConnection({ id: conn, role: conn })
    const context = snapshots[index + 1]?.[conn].context
    ends[conn].read(
      event,
      { at: began + event.at, conn, source: `trace ${event.seq}` },
      context?.bench?.operations ?? [],
    )
  }
  builder.say({ browser, covers: COVERS })
  return builder.finish()
}
