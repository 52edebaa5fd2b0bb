import type { CallPlaces, NoRecording } from '../../diagnosis/toRecording'
import { toRecording } from '../../diagnosis/toRecording'
import { fileName } from '../../recording/fileName'
import { redactRecording } from '../../recording/redactRecording'
import { writeRecording } from '../../recording/writeRecording'
import type { ShownDump } from './readerMessages'

/** A call as a file of a recording, or why there is none. */
export type RecordedCall =
  | { readonly name: string; readonly text: string; readonly leftOut: number; readonly isCut: boolean }
  | { readonly problem: NoRecording | 'too-large' }

/** A call of the dumps as a redacted recording of the bench. */
export function recordCall(dumps: readonly ShownDump[], call: CallPlaces): RecordedCall {
  const made = toRecording(dumps, call)
  if ('problem' in made) return made
  const recording = redactRecording(made.recording)
  try {
    return { ...made, name: fileName(recording), text: writeRecording(recording) }
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'too-large' }
    throw error
  }
}
