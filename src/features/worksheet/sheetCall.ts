import { readRecordingFile } from '../../recording/readRecording'
import type { ReadProblem } from '../../recording/readRecording'
import { viewCall } from '../../session/callView'
import type { CallView } from '../../session/callView'
import type { CallFrame } from '../../session/callFrame'
import { replayHistory } from '../../session/replayHistory'
import type { StatsSample } from '../../session/statsRecorder'
import type { Script } from '../../../machines/script'
import type { StepId } from '../../../machines/steps'

/** A call whose values fill an answer sheet. */
export interface SheetCall {
  /** The name of its file or example; null: the call of this page. */
  readonly name: string | null
  /** Its last moment. */
  readonly view: CallView
  /** Statistics, oldest first; a recording holds none. */
  readonly samples: readonly StatsSample[]
  /** Whether it was made on a bench, as those of labs are. */
  readonly isBench: boolean
}

/** Reads a recording for an answer sheet, or returns why it cannot be read. Never throws. */
export async function readSheetCall(
  name: string,
  file: Blob,
): Promise<SheetCall | { readonly reason: ReadProblem; readonly detail: string }> {
  const result = await readRecordingFile(file)
  if (!result.ok) return result
  const { recording, script } = result
  const history = replayHistory(script as Script<StepId>, recording.settings, recording.log)
  const view = viewCall(history, history.log.length, false)
  return { name, view, samples: [], isBench: script.bench !== undefined }
}

/** The call of this page, as it is now. */
export function pageCall({ now, samples, script }: CallFrame): SheetCall {
  return { name: null, view: now, samples, isBench: script.bench !== undefined }
}
