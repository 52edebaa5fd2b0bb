import type { Fault } from '../src/diagnosis/verdict'
import { FAULTS } from '../src/diagnosis/verdict'
import type { ErrorId } from '../src/errors/errorIds'
import { ERROR_IDS } from '../src/errors/errorIds'
import type { LabId } from '../src/labs/labIds'
import { LAB_IDS } from '../src/labs/labIds'
import type { ConceptId } from '../src/lessons/conceptIds'
import { CONCEPT_IDS } from '../src/lessons/conceptIds'
import type { LessonId } from '../src/lessons/lessonIds'
import { LESSON_IDS } from '../src/lessons/lessonIds'

/** How a page can be read: in one language, or in both side by side. */
export const LANGUAGES = ['zh', 'en', 'both'] as const

export type PageLanguage = (typeof LANGUAGES)[number]

/** One address; `path` starts and ends with a slash. */
export type Address =
  | { readonly page: 'root'; readonly path: '/' }
  | { readonly page: 'home'; readonly path: string; readonly language: PageLanguage }
  | {
      readonly page:
        | 'call'
        | 'concepts'
        | 'glossary'
        | 'errors'
        | 'labs'
        | 'bench'
        | 'diagnose'
        | 'story'
        | 'room'
        | 'course'
        | 'worksheet'
        | 'hand-in'
        | 'marking'
      readonly path: string
      readonly language: PageLanguage
    }
  | {
      readonly page: 'lesson'
      readonly path: string
      readonly language: PageLanguage
      readonly lesson: LessonId
    }
  | {
      readonly page: 'concept'
      readonly path: string
      readonly language: PageLanguage
      readonly concept: ConceptId
    }
  | {
      readonly page: 'error'
      readonly path: string
      readonly language: PageLanguage
      readonly error: ErrorId
    }
  | {
      readonly page: 'fault'
      readonly path: string
      readonly language: PageLanguage
      readonly fault: Fault
    }
  | {
      readonly page: 'lab'
      readonly path: string
      readonly language: PageLanguage
      readonly lab: LabId
    }

function addressesIn(language: PageLanguage): Address[] {
  return [
    { page: 'home', path: `/${language}/`, language },
    { page: 'call', path: `/${language}/call/`, language },
    ...LESSON_IDS.map((lesson): Address => ({
      page: 'lesson',
      path: `/${language}/call/${lesson}/`,
      language,
      lesson,
    })),
    { page: 'concepts', path: `/${language}/concepts/`, language },
    ...CONCEPT_IDS.map((concept): Address => ({
      page: 'concept',
      path: `/${language}/concepts/${concept}/`,
      language,
      concept,
    })),
    { page: 'glossary', path: `/${language}/glossary/`, language },
    { page: 'errors', path: `/${language}/errors/`, language },
    ...ERROR_IDS.map((error): Address => ({
      page: 'error',
      path: `/${language}/errors/${error}/`,
      language,
      error,
    })),
    { page: 'labs', path: `/${language}/labs/`, language },
    { page: 'bench', path: `/${language}/labs/bench/`, language },
    { page: 'diagnose', path: `/${language}/diagnose/`, language },
    { page: 'story', path: `/${language}/story/`, language },
    ...FAULTS.map((fault): Address => ({
      page: 'fault',
      path: `/${language}/diagnose/${fault}/`,
      language,
      fault,
    })),
    { page: 'room', path: `/${language}/room/`, language },
    { page: 'course', path: `/${language}/course/`, language },
    { page: 'worksheet', path: `/${language}/course/worksheet/`, language },
    { page: 'hand-in', path: `/${language}/course/hand-in/`, language },
    { page: 'marking', path: `/${language}/course/marking/`, language },
    ...LAB_IDS.map((lab): Address => ({
      page: 'lab',
      path: `/${language}/labs/${lab}/`,
      language,
      lab,
    })),
  ]
}

/** Every address that gets a file in a build. */
export const ADDRESSES: readonly Address[] = [{ page: 'root', path: '/' }, ...LANGUAGES.flatMap(addressesIn)]

const byPath = new Map(ADDRESSES.map((address) => [address.path, address]))

/** The address of a request's path, with or without its trailing slash or `index.html`, without the query. */
export function findAddress(pathname: string): Address | undefined {
  const folder = pathname.replace(/index\.html$/, '')
  return byPath.get(folder.endsWith('/') ? folder : `${folder}/`)
}

/** The relative path from a page to the root of the app: `../../` for `/zh/call/`. */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 2) || './'
}
