import { checkpointsOf } from '../../machines/checkpoints'
import { replay } from '../../machines/log'
import { SCRIPTS } from '../../machines/scripts/registry'
import { readRecording } from './readRecording'
import { MAX_BYTES, parseRecording, scriptOf } from './recording'
import type { Recording } from './recording'
import { toLine } from './traceFile'

/**
 * The file of a recording. Canonical: fields are in the schema's order and each event of the trace is on a line of its
 * own. So a file that was opened is saved byte for byte as it was, and two calls can be compared line by line. Throws
 * for what could not be opened again: a RangeError if it is too large, otherwise an Error with the reader's reason.
 */
export function writeRecording(recording: Recording, scripts = SCRIPTS): string {
  const script = scriptOf(recording, scripts)
  const { log, packets, ...head } = parseRecording(recording, scripts)
  const opening = JSON.stringify(head, null, 2).slice(0, -'\n}'.length)
  const captured = packets === undefined ? '' : `,\n${listOf('packets', packets)}`
  const checkpoints = checkpointsOf(script, replay(script, head.settings, log))
  const file = `${opening},\n${listOf('checkpoints', checkpoints)},\n${listOf('trace', log.map(toLine))}${captured}\n}\n`
  const size = new TextEncoder().encode(file).length
  if (size > MAX_BYTES) throw new RangeError(`${size} > ${MAX_BYTES} bytes`)
  const result = readRecording(file, scripts)
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`)
  return file
}

function listOf(name: string, items: readonly object[]): string {
  return `  "${name}": [\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
}
