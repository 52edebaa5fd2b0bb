import type { Message, Reading } from '../i18n/i18n'
import { shell } from '../i18n/messages/shell'
import { stepNames } from '../i18n/messages/steps'
import { conceptNames } from '../i18n/messages/conceptNames'
import type { ConceptId } from '../lessons/conceptIds'
import { isConceptId } from '../lessons/conceptIds'
import type { LessonId } from '../lessons/lessonIds'

export type PageName =
  | LessonId
  | ConceptId
  | 'home'
  | 'call'
  | 'concepts'
  | 'glossary'
  | 'errors'
  | 'labs'
  | 'bench'
  | 'diagnose'
  | 'story'
  | 'room-page'
  | 'not-found'

/** The title of a page for the tab and the history; the built page of the same address has the same. */
export function pageTitle(reading: Reading, page: PageName): string {
  return page === 'home' ? wholeTitle(reading, shell.homeTitle) : titleOf(reading, textOf(page))
}

/** The title of a page followed by the name of the app, in the learner's reading. */
export function titleOf(reading: Reading, text: Message): string {
  return wholeTitle(reading, { zh: `${text.zh} | ${shell.name.zh}`, en: `${text.en} | ${shell.name.en}` })
}

function wholeTitle(reading: Reading, { zh, en }: Message): string {
  if (reading === 'both') return `${zh} · ${en}`
  return reading === 'zh' ? zh : en
}

function textOf(page: Exclude<PageName, 'home'>): Message {
  if (page === 'call') return shell.callTitle
  if (page === 'concepts') return shell.conceptsTitle
  if (page === 'glossary') return shell.glossaryTitle
  if (page === 'errors') return shell.errorsTitle
  if (page === 'labs') return shell.labsTitle
  if (page === 'bench') return shell.benchTitle
  if (page === 'diagnose') return shell.diagnoseTitle
  if (page === 'story') return shell.storyTitle
  if (page === 'room-page') return shell.roomTitle
  if (isConceptId(page)) return conceptNames[page]
  return page === 'not-found' ? shell.notFoundTitle : stepNames[page]
}
