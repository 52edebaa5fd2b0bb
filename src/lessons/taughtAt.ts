import type { RouteLocationRaw } from 'vue-router'
import type { Message, Reading } from '../i18n/i18n'
import { conceptNames } from '../i18n/messages/conceptNames'
import { stepNames } from '../i18n/messages/steps'
import type { ConceptId } from './conceptIds'
import { isConceptId } from './conceptIds'
import type { LessonId } from './lessonIds'
import { isLessonId } from './lessonIds'

/** The page that teaches something, written like the links in lessons; a concept may name a section. */
export type TaughtAt = `step:${LessonId}` | `concept:${ConceptId}` | `concept:${ConceptId}#${string}`

interface PageAddress {
  readonly name: Message
  readonly route: RouteLocationRaw
}

/** The title of that page, and its address in a reading. */
export function placeOf(taughtAt: TaughtAt, reading: Reading): PageAddress {
  const [page = '', section] = taughtAt.replace(/^\w+:/, '').split('#')
  if (isLessonId(page)) {
    return { name: stepNames[page], route: { name: 'call', params: { reading, step: page } } }
  }
  if (!isConceptId(page)) throw new Error(`no page teaches ${taughtAt}`)
  const hash = section === undefined ? '' : `#${section}`
  return { name: conceptNames[page], route: { name: 'concept', params: { reading, concept: page }, hash } }
}
