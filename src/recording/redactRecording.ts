import { SCRIPTS } from '../../machines/scripts/registry'
import { createRedactor } from '../redact/createRedactor'
import { parseRecording } from './recording'
import type { Recording } from './recording'

/**
 * A recording without what identifies machines, networks and accounts (src/redact/createRedactor.ts). Ports stay. Packets
 * go: their bytes hold addresses and names in many forms, and signatures over them.
 */
export function redactRecording(recording: Recording, scripts = SCRIPTS): Recording {
  if (recording.redacted) return recording
  // Fields of the file itself, which contain no secrets.
  const { format, made, browser, packets: _, ...content } = recording
  const redact = createRedactor({ text: JSON.stringify({ ...content, format, made, browser }) })
  return parseRecording({ ...redact(content), format, made, browser, redacted: true }, scripts)
}
