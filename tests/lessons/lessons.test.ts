import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { lessonFolder, collectionProblems, STEP_COLLECTION } from '../../build/lesson-folders'
import { renderLesson } from '../../build/markdown'
import { parityProblems } from '../../build/parity'
import { STEP_IDS } from '../../machines/steps'
import { isLessonId, LESSON_IDS } from '../../src/lessons/lessonIds'
import { wordCount } from './wordCount'

// Building, serving and the first colouring of code take long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const ROOT = 'lessons/steps'

function read(folder: string, language: 'zh' | 'en') {
  const file = `${ROOT}/${folder}/${language}.md`
  return { file, source: readFileSync(file, 'utf8') }
}

test('the thirteen steps come first, then what follows them', () => {
  expect(LESSON_IDS).toEqual([...STEP_IDS, 'connected', 'hang-up'])
  expect(lessonFolder('capture-media')).toBe('01-capture-media')
  expect(lessonFolder('hang-up')).toBe('15-hang-up')
})

test('the folder holds the lessons and nothing else', () => {
  expect(readdirSync(ROOT).sort()).toEqual(LESSON_IDS.map(lessonFolder).sort())
  expect(collectionProblems('lessons', STEP_COLLECTION)).toEqual([])
})

describe.each(LESSON_IDS.map((id) => ({ id, folder: lessonFolder(id) })))('lesson $folder', ({ folder }) => {
  test('exists in both languages', () => {
    expect(existsSync(`${ROOT}/${folder}/zh.md`)).toBe(true)
    expect(existsSync(`${ROOT}/${folder}/en.md`)).toBe(true)
  })

  test('is the same lesson in both', () => {
    expect(parityProblems(read(folder, 'zh').source, read(folder, 'en').source, folder)).toEqual([])
  })

  test('has an English body of 120 to 300 words', () => {
    const { file, source } = read(folder, 'en')
    const count = wordCount(source, file)
    expect(count).toBeGreaterThanOrEqual(120)
    expect(count).toBeLessThanOrEqual(300)
  })

  test.each(['zh', 'en'] as const)('renders in %s, and leads only to lessons that exist', (language) => {
    const { file, source } = read(folder, language)
    const { sections } = renderLesson(source, { file, language })
    const html = sections.flatMap(({ blocks }) => blocks).join('')
    const targets = [...html.matchAll(/data-step-link="([^"]*)"/g)].map(([, id]) => id!)
    expect(targets.filter((id) => !isLessonId(id))).toEqual([])
  })

  test.each(['zh', 'en'] as const)('names the mistake in code and leads to its page, in %s', (language) => {
    const { file, source } = read(folder, language)
    const mistake = renderLesson(source, { file, language }).sections.find(({ id }) => id === 'mistake')
    expect(mistake?.blocks.join('')).toContain('<code>')
    expect(mistake?.blocks.join('')).toContain('data-error-link=')
  })
})
