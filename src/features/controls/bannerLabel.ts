import { pastBanner as words } from '../../i18n/messages/pastBanner'
import type { CheckpointWords } from './pastLabel'

/** The name of a checkpoint on the strip above the controls. */
export const BANNER: Readonly<Record<'call' | 'recording', CheckpointWords>> = {
  call: {
    beginning: words.lookingAtBeginning,
    failed: words.lookingAtFailed,
    step: words.lookingAtStep,
    lesson: words.lookingAtLesson,
  },
  recording: {
    beginning: words.recordedBeginning,
    failed: words.recordedFailed,
    step: words.recordedStep,
    lesson: words.recordedLesson,
  },
}
