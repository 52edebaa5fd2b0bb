import type { Checkpoint } from '../../../machines/checkpoints'
import { lessonOfCheckpoint } from '../../composables/selectedLesson'
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

/** What the kinds of checkpoint are called somewhere. */
export type CheckpointWords = Readonly<Record<'beginning' | 'failed' | 'step' | 'lesson', Message>>

/** On the button that leads there. */
export const ONWARD: CheckpointWords = {
  beginning: past.fromTheBeginning,
  failed: past.onToStep,
  step: past.onToStep,
  lesson: past.onToLesson,
}

/** What a checkpoint in the log is called: on the strip above the controls, or on the button that leads there. */
export function pastLabel(
  checkpoint: Checkpoint,
  checkpoints: readonly Checkpoint[],
  words: CheckpointWords,
): PastLabel {
  const lesson = lessonOfCheckpoint(checkpoint, checkpoints)
  if (lesson === null) return { text: words.beginning }
  if (!isStep(lesson)) return { text: words.lesson, name: stepNames[lesson] }
  return { text: checkpoint.failed ? words.failed : words.step, n: stepIndex(lesson) + 1 }
}
