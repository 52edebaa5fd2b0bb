import * as v from 'valibot'
import { checkpointsOf } from '../../machines/checkpoints'
import { firstSnapshots, isKnownEvent, nextSnapshots } from '../../machines/log'
import type { LogEntry, Snapshots } from '../../machines/log'
import type { Script } from '../../machines/script'
import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import { findScript, SCRIPTS } from '../../machines/scripts/registry'
import { bodyOf } from '../trace/fromLog'
import { FORMAT, MAX_BYTES, MAX_ENTRIES, VERSION } from './recording'
import type { Recording } from './recording'
import { peerStatus } from './stateSchemas'
import { fileSchema, readLine } from './traceFile'
import { recordingV1, upgradeFromV1 } from './upgradeFromV1'

/** Why a file was not opened. */
export type ReadProblem =
  'too-large' | 'not-json' | 'cut-off' | 'foreign' | 'newer' | 'damaged' | 'impossible' | 'unreadable'

/** `moments` has one item more than the log: the first is before any entry. */
export type ReadResult =
  | { ok: true; recording: Recording; script: Script; snapshots: Snapshots[] }
  | { ok: false; reason: ReadProblem; detail: string }

const MAX_DETAIL = 200

/** Reads a chosen or dropped file. Checks its size before its content. Never throws. */
export async function readRecordingFile(file: Blob): Promise<ReadResult> {
  if (file.size > MAX_BYTES) return refuse('too-large', '')
  try {
    return readRecording(await file.text())
  } catch (error) {
    return refuse('unreadable', error instanceof Error ? error.message : '')
  }
}

/** Reads the text of a recording and replays it, or returns why it cannot. Never throws, whatever it is given. */
export function readRecording(file: string, scripts = SCRIPTS): ReadResult {
  if (file.length > MAX_BYTES) return refuse('too-large', '')
  let data: unknown
  try {
    data = JSON.parse(file)
  } catch (error) {
    const isOurs = file.trimStart().startsWith('{') && file.slice(0, 200).includes(`"${FORMAT}"`)
    return refuse(isOurs ? 'cut-off' : 'not-json', error instanceof Error ? error.message : '')
  }

  const { format, version, script, log, trace = log } = Object(data) as Record<string, unknown>
  if (format !== FORMAT) return refuse('foreign', '')
  if (typeof version === 'number' && version > VERSION) return refuse('newer', `version: ${version}`)
  const named = namedScript(script)
  const own = named === null ? null : findScript(named.id, named.version, scripts)
  if (named !== null && own === null) return refuse('newer', `script: ${named.id} ${named.version}`)
  // Checked before the single entries are.
  if (Array.isArray(trace) && trace.length > MAX_ENTRIES) return refuse('too-large', `trace: ${trace.length}`)

  // One upgrade for each older version; the file itself does not change until it is saved again.
  if (version === 1) {
    const old = v.safeParse(recordingV1, data, { abortEarly: true })
    return old.success ? replayChecked(HANDSHAKE_13, upgradeFromV1(old.output)) : damaged(old.issues)
  }
  // Where a file names no script, the schema of any says so.
  const schema = fileSchema(own ?? HANDSHAKE_13)
  const { success, output, issues } = v.safeParse(schema, data, { abortEarly: true })
  return success ? readFile(own ?? HANDSHAKE_13, output) : damaged(issues)
}

function readFile(
  script: Script,
  { trace, checkpoints, ...head }: v.InferOutput<ReturnType<typeof fileSchema>>,
): ReadResult {
  const log: Recording['log'] = []
  for (const [index, line] of trace.entries()) {
    const entry = readLine(script, line)
    if (typeof entry === 'string') return refuse('damaged', `trace.${index}: ${entry}`)
    log.push(entry as Recording['log'][number])
  }
  const result = replayChecked(script, { ...head, log })
  if (!result.ok) return result
  const reached = checkpointsOf(script, result.snapshots)
  const at = Math.max(reached.length, checkpoints.length)
  for (let index = 0; index < at; index += 1) {
    const [stated, found] = [checkpoints[index], reached[index]].map((one) => JSON.stringify(one))
    if (stated !== found) return refuse('impossible', `checkpoints.${index}: Expected ${found}`)
  }
  return result
}

function damaged([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): ReadResult {
  return refuse('damaged', `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`)
}

/** Which script a file says it is of; null for invalid data. */
function namedScript(script: unknown): { id: string; version: number } | null {
  const { id, version } = Object(script) as Record<string, unknown>
  if (typeof id !== 'string' || !/^[a-z\d-]{1,64}$/.test(id) || typeof version !== 'number') return null
  return { id, version }
}

/** Each entry may be valid while the sequence is impossible. */
function replayChecked(script: Script, recording: Recording): ReadResult {
  const first = firstSnapshots(script, recording.settings)
  const snapshots = [first]
  let before = 0
  for (const [index, entry] of recording.log.entries()) {
    const path = `trace.${index}`
    if (entry.seq !== index) return refuse('impossible', `${path}.seq: Expected ${index}`)
    if (!isKnownEvent(script, entry))
      return refuse('impossible', `${path}: no state waits for ${nameOf(entry)}`)
    if (entry.at < before) return refuse('impossible', `${path}.at: Expected >=${before}`)
    before = entry.at
    try {
      const next = nextSnapshots(script, snapshots[index] ?? first, entry)
      const { peer } = next[entry.end].context
      // The first report of a connection must be complete; panels rely on it.
      if (peer !== null && !v.is(peerStatus, peer)) return refuse('impossible', `${path}.data`)
      snapshots.push(next)
    } catch (error) {
      return refuse('impossible', `${path}: ${error instanceof Error ? error.message : ''}`)
    }
  }
  return { ok: true, recording, script, snapshots }
}

/** What an event that XState made is called in a trace. */
function nameOf({ event }: LogEntry): string {
  const body = bodyOf(event)
  return 'step' in body ? `${body.kind} ${body.step}` : `${body.name} ${JSON.stringify(body.data)}`
}

function refuse(reason: ReadProblem, detail: string): ReadResult {
  return { ok: false, reason, detail: detail.slice(0, MAX_DETAIL) }
}
