import * as v from 'valibot'
import { recordingSchema } from './recording'
import type { Recording } from './recording'

/**
 * The file of a recording. Canonical: fields stand in the schema's order and each entry of the log on a line of its
 * own, so what was opened is saved byte for byte as it was, and two calls can be compared line by line.
 */
export function writeRecording(recording: Recording): string {
  const { log, ...head } = v.parse(recordingSchema, recording)
  const opening = JSON.stringify(head, null, 2).slice(0, -'\n}'.length)
  const lines = log.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')
  return `${opening},\n  "log": [\n${lines}\n  ]\n}\n`
}
