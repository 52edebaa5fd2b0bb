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

/** The names of the kinds of checkpoint in one place of the page. */
export type CheckpointWords = Readonly<Record<'beginning' | 'failed' | 'step' | 'lesson', Message>>

/** For the button that leads to the checkpoint. */
export const ONWARD: CheckpointWords = {
  beginning: past.fromTheBeginning,
  failed: past.onToStep,
  step: past.onToStep,
  lesson: past.onToLesson,
}

/** The name of a checkpoint: on the strip above the controls, or on the button that leads to it. */
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
