import type { CallStore } from '../../call/callStore'
import type { Stop } from '../../call/tape'
import { lessonOfStop } from '../../composables/focus'
import { isStep } from '../../lessons/lessonIds'
import type { Message } from '../../i18n/i18n'
import { past } from '../../i18n/messages/past'
import { stepNames } from '../../i18n/messages/steps'
import { stepIndex } from '../../../machines/steps'

export interface PastLabel {
  text: Message
  /** Fills `{n}` of the text. */
  n?: number
  /** Fills `{name}` of the text. */
  name?: Message
}

const WORDS = {
  call: {
    beginning: past.lookingAtBeginning,
    failed: past.lookingAtFailed,
    step: past.lookingAtStep,
    lesson: past.lookingAtLesson,
  },
  recording: {
    beginning: past.recordedBeginning,
    failed: past.recordedFailed,
    step: past.recordedStep,
    lesson: past.recordedLesson,
  },
  /** On the button that leads there. */
  onward: {
    beginning: past.fromTheBeginning,
    failed: past.onToStep,
    step: past.onToStep,
    lesson: past.onToLesson,
  },
} as const

/** What a stop in the log is called: on the strip above the hand, or on the button that leads there. */
export function pastLabel(
  stop: Stop,
  stops: readonly Stop[],
  where: CallStore['kind'] | 'onward',
): PastLabel {
  const words = WORDS[where]
  const lesson = lessonOfStop(stop, stops)
  if (lesson === null) return { text: words.beginning }
  if (!isStep(lesson)) return { text: words.lesson, name: stepNames[lesson] }
  return { text: stop.failed ? words.failed : words.step, n: stepIndex(lesson) + 1 }
}
