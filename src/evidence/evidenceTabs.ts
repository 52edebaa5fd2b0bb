import type { StepStatus } from '../../machines/progress'
import type { EvidenceTab } from '../../machines/steps'
import type { CallView } from '../session/callView'
import type { LessonId } from '../lessons/lessonIds'
import { stepWith } from '../projections/scriptSteps'
import type { NumberedStep } from '../projections/scriptSteps'

/** The tabs that show what the call did, in the order of the tab list. */
export const TABS: readonly EvidenceTab[] = ['sdp', 'ice', 'wire', 'timeline', 'machine', 'slots', 'stats']

/** A tab of the evidence: what the call did, and once it is connected what to do next. */
export type ShownTab = EvidenceTab | 'next'

/** The tabs of a call, in their order. */
export function tabsOf({
  live,
  turn,
  trace,
}: Pick<CallView, 'live' | 'turn'> & Partial<Pick<CallView, 'trace'>>): readonly ShownTab[] {
  // What now? leads on from the thirteen steps; a bench has none.
  const isOfSteps = trace?.script?.bench === undefined
  return live && turn.phase === 'connected' && isOfSteps ? ['next', ...TABS] : TABS
}

/** The tab that an address names, if any. In older addresses the slots are a view of the SDP tab. */
export function tabOf({ tab, view }: Readonly<Record<string, unknown>>): ShownTab | null {
  if (view === 'slots' && (tab === undefined || tab === 'sdp')) return 'slots'
  return tab === 'next' ? tab : (TABS.find((one) => one === tab) ?? null)
}

/** The step whose run the evidence shows: the selected one if it has run, otherwise the last that has. */
export function ranStep(lesson: LessonId, { statuses, trace }: CallView): NumberedStep | null {
  const known: Readonly<Record<string, StepStatus>> = statuses
  const ran = (trace.script?.steps ?? []).filter(({ id }) => known[id] !== 'todo' && known[id] !== 'ready')
  const step = ran.find(({ id }) => id === lesson) ?? ran.at(-1)
  return step === undefined ? null : stepWith(trace.script, step.id)
}

/** The tab that shows the main effect of the selected lesson. */
export function tabForLesson(lesson: LessonId, view: CallView): EvidenceTab {
  // A failed step shows its own tab; a failed connection was looking for a pair.
  if (view.turn.phase === 'failed') return 'ice'
  // Statistics exist only for the newest moment.
  if (lesson === 'connected' && view.turn.phase === 'connected' && view.live) return 'stats'
  if (lesson === 'hang-up' && view.turn.phase === 'closed') return 'timeline'
  return ranStep(lesson, view)?.tab ?? 'sdp'
}
