import * as v from 'valibot'
import { readRecording } from './readRecording'
import { MAX_BYTES, recordingSchema } from './recording'
import type { Recording } from './recording'

/**
 * The file of a recording. Canonical: fields stand in the schema's order and each entry of the log on a line of its
 * own, so what was opened is saved byte for byte as it was, and two calls can be compared line by line. Throws for
 * what could not be opened again: a RangeError where it is too large, otherwise an Error with the reader's reason.
 */
export function writeRecording(recording: Recording): string {
  const { log, ...head } = v.parse(recordingSchema, recording)
  const opening = JSON.stringify(head, null, 2).slice(0, -'\n}'.length)
  const lines = log.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')
  const file = `${opening},\n  "log": [\n${lines}\n  ]\n}\n`
  const size = new TextEncoder().encode(file).length
  if (size > MAX_BYTES) throw new RangeError(`${size} > ${MAX_BYTES} bytes`)
  const result = readRecording(file)
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`)
  return file
}
