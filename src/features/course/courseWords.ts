import en from '../../../lessons/course/en.json'
import zh from '../../../lessons/course/zh.json'
import type { StepId } from '../../../machines/steps'
import type { Message } from '../../i18n/i18n'
import type { CourseId } from './courseLessons'

/** The words of one lesson in one language; `plan` has as many texts as the lesson has parts. */
interface Words {
  readonly title: string
  readonly aim: string
  readonly prepare: readonly string[]
  readonly plan: readonly string[]
  readonly stops: Readonly<Partial<Record<StepId, { readonly ask: string; readonly expect: string }>>>
  readonly handIn: readonly string[]
}

const WORDS: Readonly<Record<'zh' | 'en', Readonly<Record<CourseId, Words>>>> = { zh, en }

/** One text of a lesson in both languages. */
export function courseText(id: CourseId, pick: (words: Words) => string | undefined): Message {
  return { zh: pick(WORDS.zh[id]) ?? '', en: pick(WORDS.en[id]) ?? '' }
}

/** The texts of a list of a lesson, each in both languages. */
export function courseList(id: CourseId, list: 'prepare' | 'plan' | 'handIn'): Message[] {
  return WORDS.zh[id][list].map((text, at) => ({ zh: text, en: WORDS.en[id][list][at] ?? '' }))
}
