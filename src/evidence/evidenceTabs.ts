import { STEPS, stepIndex } from '../../machines/steps'
import type { EvidenceTab, StepId } from '../../machines/steps'
import type { CallView } from '../session/callView'
import type { LessonId } from '../lessons/lessonIds'

/** The tabs, in the order of the tab list. */
export const TABS: readonly EvidenceTab[] = ['sdp', 'ice', 'wire', 'timeline', 'machine', 'stats']

/** The tab that an address names, if any. */
export function tabOf(query: unknown): EvidenceTab | null {
  return TABS.find((tab) => tab === query) ?? null
}

/** The step whose run the evidence shows: the selected one if it has run, otherwise the last that has. */
export function ranStep(lesson: LessonId, { statuses }: CallView): StepId | null {
  const ran = STEPS.map(({ id }) => id).filter((id) => statuses[id] !== 'todo' && statuses[id] !== 'ready')
  return ran.find((id) => id === lesson) ?? ran.at(-1) ?? null
}

/** The tab that shows the main effect of the selected lesson. */
export function tabForLesson(lesson: LessonId, view: CallView): EvidenceTab {
  // Statistics exist only for the newest moment.
  if (lesson === 'connected' && view.turn.phase === 'connected' && view.live) return 'stats'
  if (lesson === 'hang-up' && view.turn.phase === 'closed') return 'timeline'
  const step = ranStep(lesson, view)
  return step === null ? 'sdp' : (STEPS[stepIndex(step)]?.tab ?? 'sdp')
}
