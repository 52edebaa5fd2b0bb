import { SCRIPTS } from '../../machines/scripts/registry'
import { createRedactor } from '../redact/createRedactor'
import { parseRecording } from './recording'
import type { Recording } from './recording'

/**
 * A recording without what identifies machines, networks and accounts (src/redact/createRedactor.ts). Ports stay. Packets
 * go: their bytes hold addresses and names in many forms, and signatures over them. Pass `redact` to give other values of
 * the same call the same placeholders.
 */
export function redactRecording(
  recording: Recording,
  scripts = SCRIPTS,
  redact = redactorFor(recording),
): Recording {
  if (recording.redacted) return recording
  // Fields of the file itself, which contain no secrets.
  const { format, made, browser, packets: _, ...content } = recording
  return parseRecording({ ...redact(content), format, made, browser, redacted: true }, scripts)
}

/** A redactor that takes no placeholder which the recording itself contains. */
export function redactorFor({ packets: _, ...recording }: Recording): ReturnType<typeof createRedactor> {
  return createRedactor({ text: JSON.stringify(recording) })
}
