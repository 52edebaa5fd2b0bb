import { errorTitles } from 'virtual:errors/titles'
import { labList } from 'virtual:labs/list'
import type { RouteLocationRaw } from 'vue-router'
import type { StepId } from '../../../machines/steps'
import { stepIndex } from '../../../machines/steps'
import type { ErrorId } from '../../errors/errorIds'
import type { Message, Reading } from '../../i18n/i18n'
import { conceptNames } from '../../i18n/messages/conceptNames'
import { exampleTitles } from '../../i18n/messages/recordings'
import { shell } from '../../i18n/messages/shell'
import { stepNames } from '../../i18n/messages/steps'
import type { LabId } from '../../labs/labIds'
import { isLabId } from '../../labs/labIds'
import type { ConceptId } from '../../lessons/conceptIds'
import type { LessonId } from '../../lessons/lessonIds'
import type { ExampleId } from '../../recording/exampleIds'
import type { CourseTarget } from './courseLessons'

type Kind = CourseTarget extends infer T ? (T extends `${infer K}:${string}` ? K : never) : never

/** A link of a course: of what kind, its name, and where it leads. */
export interface CourseLink {
  readonly kind: Kind
  readonly name: Message
  readonly to: RouteLocationRaw
}

/** What a target of the course is called, and its address in a reading. */
export function courseLink(target: CourseTarget, reading: Reading): CourseLink {
  const [kind, id] = target.split(':') as [Kind, string]
  const params = { reading }
  switch (kind) {
    case 'step':
      return { kind, name: stepName(id as LessonId), to: { name: 'call', params: { ...params, step: id } } }
    case 'concept':
      return {
        kind,
        name: conceptNames[id as ConceptId],
        to: { name: 'concept', params: { ...params, concept: id } },
      }
    case 'error':
      return {
        kind,
        name: errorTitles[id as ErrorId].title,
        to: { name: 'error', params: { ...params, error: id } },
      }
    case 'lab':
      return { kind, name: labList[id as LabId].title, to: { name: 'lab', params: { ...params, lab: id } } }
    case 'sheet':
      return {
        kind,
        name: isLabId(id) ? labList[id].title : stepName(id as LessonId),
        to: { name: 'course-worksheet', params, query: { of: id } },
      }
    case 'example':
      return {
        kind,
        name: exampleTitles[id as ExampleId],
        to: { name: 'call', params, query: { example: id } },
      }
    case 'page':
      return {
        kind,
        name: id === 'home' ? shell.toHome : shell[id as 'labs' | 'diagnose' | 'room'],
        to: { name: id, params },
      }
  }
}

/** The name of a step with its number; what comes after the last step has none. */
function stepName(id: LessonId): Message {
  const number = stepIndex(id as StepId) + 1
  const before = number === 0 ? '' : `${String(number)} · `
  return { zh: before + stepNames[id].zh, en: before + stepNames[id].en }
}
