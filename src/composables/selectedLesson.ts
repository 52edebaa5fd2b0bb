import type { CallView } from '../session/callView'
import type { Checkpoint } from '../../machines/checkpoints'
import { STEPS, STEP_IDS, stepIndex } from '../../machines/steps'
import { isLessonId, isStep, LESSON_IDS } from '../lessons/lessonIds'
import type { LessonId } from '../lessons/lessonIds'
import type { RunTarget } from '../session/callSession'
import { indexOfStep } from '../../machines/checkpoints'

/** The lesson at the beginning of a call. */
export const FIRST: LessonId = 'capture-media'

const LAST: LessonId = 'set-remote-answer'

/** The lesson that an address names; by default the first. */
export function lessonOfAddress(param: unknown): LessonId {
  return typeof param === 'string' && isLessonId(param) ? param : FIRST
}

/**
 * The lesson of the call's current state: the step that runs or failed, else the last one done, then `connected` and
 * `hang-up`. Null before the first event. While a connection is made or repaired it stays `before`.
 */
export function currentLessonOf(
  { turn, statuses }: CallView,
  before: LessonId | null = null,
): LessonId | null {
  if (turn.phase === 'closed') return 'hang-up'
  if (turn.phase === 'connected') return 'connected'
  if (turn.step === null) return before ?? 'set-remote-answer'
  if (turn.tag === 'busy' || turn.tag === 'failed') return turn.step
  return STEP_IDS.findLast((id) => statuses[id] === 'done') ?? null
}

/** The lesson of a checkpoint; null at the beginning. A failure belongs to the step that failed. */
export function lessonOfCheckpoint(
  checkpoint: Checkpoint,
  checkpoints: readonly Checkpoint[],
): LessonId | null {
  const { index, step, phase, failed } = checkpoint
  if (phase === 'closed') return 'hang-up'
  if (failed) return STEP_IDS[step === null ? 0 : stepIndex(step) + 1] ?? null
  const wasConnected = checkpoints.some((other) => other.index <= index && other.phase === 'connected')
  return wasConnected ? 'connected' : step
}

/** Position of the moment that a lesson is about; null if the log does not reach it. */
export function indexOfLesson(id: LessonId, checkpoints: readonly Checkpoint[]): number | null {
  if (id === 'hang-up') return checkpoints.find(({ phase }) => phase === 'closed')?.index ?? null
  if (id === 'connected') return checkpoints.find(({ phase }) => phase === 'connected')?.index ?? null
  return indexOfStep(STEPS, checkpoints, id)
}

/** The lessons before and after one, in reading order. */
export function neighbours(id: LessonId): { previous: LessonId | undefined; next: LessonId | undefined } {
  const at = LESSON_IDS.indexOf(id)
  return { previous: LESSON_IDS[at - 1], next: LESSON_IDS[at + 1] }
}

/** The step that the note offers to run to: neither done nor next. null if there is none. */
export function targetAhead(lesson: LessonId, { turn, statuses }: CallView): RunTarget | null {
  if (turn.phase !== 'steps' || lesson === 'hang-up') return null
  if (lesson === 'connected') return lesson
  return statuses[lesson] === 'todo' && turn.step !== lesson ? lesson : null
}

/** What the address follows at one time: the lesson of the call, the moment on screen, and the target of a run. */
export interface Followed {
  lesson: LessonId | null
  cursor: number | null
  target: RunTarget | null
}

/**
 * The lesson to open when that of the call has changed. A running call connects within 0.2 s of its last step, so the
 * note of that step stays until the learner goes on; a run to the connection opens the note on it at once.
 */
export function arrivalOf(now: Followed, before: Followed): LessonId | null {
  const isLive = now.cursor === null && before.cursor === null
  const wasStep = before.lesson !== null && isStep(before.lesson)
  const isHeld = now.lesson === 'connected' && isLive && wasStep && before.target !== 'connected'
  return isHeld ? LAST : now.lesson
}
