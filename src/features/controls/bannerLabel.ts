import type { CallStore } from '../../call/callStore'
import { pastBanner as words } from '../../i18n/messages/pastBanner'
import type { StopWords } from './pastLabel'

/** What a stop is called on the strip above the hand. */
export const BANNER: Readonly<Record<CallStore['kind'], StopWords>> = {
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
