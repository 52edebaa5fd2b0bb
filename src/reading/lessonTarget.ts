import type { RouteLocationRaw } from 'vue-router'
import type { Reading } from '../i18n/i18n'
import { isConceptId } from '../lessons/conceptIds'
import { isLessonId } from '../lessons/lessonIds'

/**
 * The address inside the app of a link in a lesson, from the `data-` attributes that the build wrote; null for other
 * links.
 */
export function lessonTarget(
  data: Readonly<Record<string, string | undefined>>,
  reading: Reading,
): RouteLocationRaw | null {
  const step = data['stepLink']
  if (step !== undefined && isLessonId(step)) return { name: 'call', params: { reading, step } }
  const [concept, section] = data['conceptLink']?.split('#') ?? []
  if (concept !== undefined && isConceptId(concept)) {
    return { name: 'concept', params: { reading, concept }, hash: section ? `#${section}` : '' }
  }
  // The build has checked this id; the list of errors is too large for the first view.
  const error = data['errorLink']
  if (error !== undefined) return { name: 'error', params: { reading, error } }
  const recording = data['recordingLink']
  if (recording !== undefined) return { name: 'call', params: { reading }, query: { example: recording } }
  const term = data['term']
  return term === undefined ? null : { name: 'glossary', params: { reading }, hash: `#${term}` }
}
