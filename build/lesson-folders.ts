import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ConceptId } from '../src/lessons/conceptIds'
import { CONCEPT_IDS } from '../src/lessons/conceptIds'
import type { ErrorId } from '../src/errors/errorIds'
import { ERROR_IDS } from '../src/errors/errorIds'
import type { Lesson, LessonLanguage } from '../src/lessons/lessons'
import type { LessonId } from '../src/lessons/lessonIds'
import { LESSON_IDS } from '../src/lessons/lessonIds'
import { errorShapeProblems } from './error-shape'
import { renderLesson } from './markdown'
import { parityProblems } from './parity'

/** A folder of bilingual texts: which ids it must have, and the names of its subfolders. */
export interface Collection<Id extends string = string> {
  readonly folder: 'steps' | 'concepts' | 'errors'
  readonly ids: readonly Id[]
  folderOf(id: Id): string
  /** Checks beyond those for every text; returns sentences. */
  shapeProblems?(source: string, file: string): readonly string[]
}

export const STEP_COLLECTION: Collection<LessonId> = {
  folder: 'steps',
  ids: LESSON_IDS,
  folderOf: lessonFolder,
}

export const CONCEPT_COLLECTION: Collection<ConceptId> = {
  folder: 'concepts',
  ids: CONCEPT_IDS,
  folderOf: (id) => id,
}

export const ERROR_COLLECTION: Collection<ErrorId> = {
  folder: 'errors',
  ids: ERROR_IDS,
  folderOf: (id) => id,
  shapeProblems: errorShapeProblems,
}

/** Texts of both languages by id; a text is missing until it is written. */
export type Lessons<Id extends string = LessonId> = Readonly<
  Record<LessonLanguage, Partial<Record<Id, Lesson>>>
>

/** The folder of a lesson: `07-set-remote-offer`. */
export function lessonFolder(id: LessonId): string {
  return `${String(LESSON_IDS.indexOf(id) + 1).padStart(2, '0')}-${id}`
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function problemsOf(check: () => readonly string[]): readonly string[] {
  try {
    return check()
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function fileProblems(
  source: string | undefined,
  file: string,
  language: LessonLanguage,
  { shapeProblems }: Pick<Collection, 'shapeProblems'>,
): readonly string[] {
  if (source === undefined) return [`${file} is missing`]
  return problemsOf(() => {
    renderLesson(source, { file, language })
    return shapeProblems?.(source, file) ?? []
  })
}

function pairProblems(
  root: string,
  folder: string,
  collection: Pick<Collection, 'shapeProblems'>,
): readonly string[] {
  const zh = readText(join(root, folder, 'zh.md'))
  const en = readText(join(root, folder, 'en.md'))
  const problems = [
    ...fileProblems(zh, `${folder}/zh.md`, 'zh', collection),
    ...fileProblems(en, `${folder}/en.md`, 'en', collection),
  ]
  if (problems.length > 0 || zh === undefined || en === undefined) return problems
  return parityProblems(zh, en, folder)
}

/** What is wrong with a collection as a whole, as sentences; empty if nothing is. `lessons` is its parent folder. */
export function collectionProblems<Id extends string>(
  lessons: string,
  { folder, ids, folderOf, shapeProblems }: Collection<Id>,
): string[] {
  const root = join(lessons, folder)
  const expected = new Set(ids.map(folderOf))
  const found = existsSync(root) ? readdirSync(root, { withFileTypes: true }) : []
  const strangers = found.filter((entry) => !expected.has(entry.name))
  return [
    ...strangers.map(({ name }) => `${basename(root)}/${name} belongs to nothing we teach`),
    ...ids.flatMap((id) => pairProblems(root, folderOf(id), { ...(shapeProblems && { shapeProblems }) })),
  ]
}

/** Renders one text of a collection; undefined until it is written. */
export function readOne<Id extends string>(
  lessons: string,
  { folder, folderOf }: Collection<Id>,
  language: LessonLanguage,
  id: Id,
): Lesson | undefined {
  const file = join(lessons, folder, folderOf(id), `${language}.md`)
  const source = readText(file)
  return source === undefined ? undefined : renderLesson(source, { file, language })
}

/** Renders every text of a collection that exists in one language. */
export function readLanguage<Id extends string>(
  lessons: string,
  collection: Collection<Id>,
  language: LessonLanguage,
): Partial<Record<Id, Lesson>> {
  const rendered = collection.ids.flatMap((id) => {
    const lesson = readOne(lessons, collection, language, id)
    return lesson === undefined ? [] : [[id, lesson] as const]
  })
  return Object.fromEntries(rendered) as Partial<Record<Id, Lesson>>
}

/** Renders every text of a collection that exists. */
export function readCollection<Id extends string>(lessons: string, collection: Collection<Id>): Lessons<Id> {
  return { zh: readLanguage(lessons, collection, 'zh'), en: readLanguage(lessons, collection, 'en') }
}
