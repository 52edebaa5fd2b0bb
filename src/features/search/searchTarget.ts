import type { RouteLocationRaw } from 'vue-router'
import type { Reading } from '../../i18n/i18n'
import type { SearchEntry } from '../../search/entry'

/** The pages of the course; other ids are its lessons. */
const COURSE_PAGES: ReadonlySet<string> = new Set(['worksheet', 'hand-in', 'marking'])

/** The address of a result. */
export function searchTarget(
  { kind, id, section }: Pick<SearchEntry, 'kind' | 'id' | 'section'>,
  reading: Reading,
): RouteLocationRaw {
  const params = { reading }
  const hash = section && `#${section}`
  switch (kind) {
    case 'error':
      return { name: 'error', params: { ...params, error: id }, hash }
    case 'concept':
      return { name: 'concept', params: { ...params, concept: id }, hash }
    case 'step':
    case 'question':
      return { name: 'call', params: { ...params, step: id } }
    case 'term':
      return { name: 'glossary', params, hash: `#${id}` }
    case 'lab':
      return { name: 'lab', params: { ...params, lab: id } }
    case 'course':
      return COURSE_PAGES.has(id)
        ? { name: `course-${id}`, params }
        : { name: 'course', params, hash: `#${id}` }
    case 'fault':
      return { name: 'fault', params: { ...params, fault: id }, hash }
    case 'recording':
      return { name: 'call', params, query: { example: id } }
    case 'sdp':
      // The learner's own description is the best place to see a line: the SDP tab, if the call has one.
      return { name: 'call', params, query: { tab: 'sdp' } }
  }
}
