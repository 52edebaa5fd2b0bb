import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Lesson, LessonLanguage } from '../src/lessons/lessons'
import type { LessonId } from '../src/lessons/lessonIds'
import { LESSON_IDS } from '../src/lessons/lessonIds'
import { renderLesson } from './markdown'
import { parityProblems } from './parity'

/** The lessons of both languages, by id; one is missing while nobody has written it. */
export type Lessons = Readonly<Record<LessonLanguage, Partial<Record<LessonId, Lesson>>>>

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

function fileProblems(source: string | undefined, file: string): readonly string[] {
  if (source === undefined) return [`${file} is missing`]
  return problemsOf(() => {
    renderLesson(source, { file })
    return []
  })
}

function folderProblems(root: string, id: LessonId): readonly string[] {
  const folder = lessonFolder(id)
  const zh = readText(join(root, folder, 'zh.md'))
  const en = readText(join(root, folder, 'en.md'))
  const problems = [...fileProblems(zh, `${folder}/zh.md`), ...fileProblems(en, `${folder}/en.md`)]
  if (problems.length > 0 || zh === undefined || en === undefined) return problems
  return parityProblems(zh, en, folder)
}

/** What is wrong with the folder of lessons as a whole, in sentences; empty when nothing is. */
export function lessonProblems(root: string): string[] {
  const expected = new Set(LESSON_IDS.map(lessonFolder))
  const found = existsSync(root) ? readdirSync(root, { withFileTypes: true }) : []
  const strangers = found.filter((entry) => !expected.has(entry.name))
  return [
    ...strangers.map(({ name }) => `${basename(root)}/${name} belongs to no step`),
    ...LESSON_IDS.flatMap((id) => folderProblems(root, id)),
  ]
}

/** Renders every lesson of one language that exists. */
export function readLanguage(root: string, language: LessonLanguage): Partial<Record<LessonId, Lesson>> {
  return Object.fromEntries(
    LESSON_IDS.flatMap((id) => {
      const file = join(root, lessonFolder(id), `${language}.md`)
      const source = readText(file)
      return source === undefined ? [] : [[id, renderLesson(source, { file })]]
    }),
  )
}

/** Renders every lesson that exists. */
export function readLessons(root: string): Lessons {
  return { zh: readLanguage(root, 'zh'), en: readLanguage(root, 'en') }
}
