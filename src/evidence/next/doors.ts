import type { Progress } from '../../progress/learnerProgress'
import { CONCEPT_IDS } from '../../lessons/conceptIds'
import type { ConceptId } from '../../lessons/conceptIds'

/** What can be done after the connection. */
export type DoorId =
  'check' | 'labs' | 'concepts' | 'errors' | 'pairs' | 'compare' | 'two-tabs' | 'end-call' | 'recordings'

export interface Door {
  readonly id: DoorId
  /** How much of it is left; 0 where that is not known. */
  readonly left: number
}

/** What is known of the learner and the call. */
export interface Situation {
  readonly progress: Pick<Progress, 'read' | 'labs'>
  /** Number of questions that can be answered now. */
  readonly openQuestions: number
  /** Whether this tab plays both ends, so that one may go to another tab. */
  readonly isAlone: boolean
  /** Whether this tab can hang up. */
  readonly canEnd: boolean
}

/** The concepts that the learner has not read, in reading order. */
export function unreadConcepts({ read }: Pick<Progress, 'read'>): ConceptId[] {
  return CONCEPT_IDS.filter((id) => !read.includes(`concept:${id}`))
}

/** The doors of a connected call: first those with something left, last those that end or leave the call. */
export function doorsOf({ progress, openQuestions, isAlone, canEnd }: Situation): Door[] {
  const unread = unreadConcepts(progress).length
  const doors: (Door & { isDone?: boolean; isShut?: boolean })[] = [
    { id: 'check', left: openQuestions, isDone: openQuestions === 0, isShut: openQuestions === 0 },
    { id: 'labs', left: 0, isDone: Object.keys(progress.labs).length > 0 },
    { id: 'concepts', left: unread, isDone: unread === 0 },
    { id: 'errors', left: 0 },
    { id: 'pairs', left: 0 },
    { id: 'compare', left: 0 },
    { id: 'two-tabs', left: 0, isShut: !isAlone },
    { id: 'end-call', left: 0, isShut: !canEnd },
    { id: 'recordings', left: 0 },
  ]
  const open = doors.filter(({ isShut }) => isShut !== true)
  const inOrder = [...open.filter(({ isDone }) => isDone !== true), ...open.filter(({ isDone }) => isDone)]
  return inOrder.map(({ id, left }) => ({ id, left }))
}
