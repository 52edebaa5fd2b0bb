import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { CONCEPT_COLLECTION, collectionProblems } from '../../build/lesson-folders'
import { renderLesson } from '../../build/markdown'
import { outline } from '../../build/lesson-outline'
import enFigures from '../../lessons/figures/en.json'
import zhFigures from '../../lessons/figures/zh.json'
import { CONCEPT_IDS } from '../../src/lessons/conceptIds'
import { FIGURE_IDS } from '../../src/lessons/figureIds'
import { wordCount } from './wordCount'

// The first colouring of code takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const LANGUAGES = ['zh', 'en'] as const

function read(id: string, language: 'zh' | 'en') {
  const file = `lessons/concepts/${id}/${language}.md`
  return { file, source: readFileSync(file, 'utf8') }
}

/** The English texts of a collection. */
function textsIn(collection: string): string[] {
  return readdirSync(collection).map((folder) => `${collection}/${folder}/en.md`)
}

/** Section ids of a concept, to check links to them. */
function sectionsOf(id: string): string[] {
  const { file, source } = read(id, 'en')
  return outline(source, file).sections.map((section) => section.id)
}

test('every concept exists in both languages, and the two correspond', () => {
  expect(collectionProblems('lessons', CONCEPT_COLLECTION)).toEqual([])
})

describe.each(CONCEPT_IDS)('the concept %s', (id) => {
  test('has an English text of 300 to 900 words before its sources', () => {
    const { file, source } = read(id, 'en')
    const count = wordCount(source.replace(/^## .*\{#spec\}[\s\S]*/m, ''), file)
    expect(count).toBeGreaterThanOrEqual(300)
    expect(count).toBeLessThanOrEqual(900)
  })

  test('shows at least one figure', () => {
    const { file, source } = read(id, 'en')
    expect(outline(source, file).fences.filter((fence) => fence.startsWith('figure'))).not.toEqual([])
  })

  test('ends in its sources, at least two', () => {
    const { file, source } = read(id, 'en')
    const last = renderLesson(source, { file, language: 'en' }).sections.at(-1)
    expect(last?.id).toBe('spec')
    expect(last?.blocks.join('').match(/href="https:/g)?.length ?? 0).toBeGreaterThanOrEqual(2)
  })

  test.each(LANGUAGES)('links, in %s, only to sections that exist', (language) => {
    const { file, source } = read(id, language)
    const html = renderLesson(source, { file, language })
      .sections.flatMap(({ blocks }) => blocks)
      .join('')
    const targets = [...html.matchAll(/data-concept-link="([^"#]*)#([^"]*)"/g)]
    const broken = targets.filter(([, concept = '', section = '']) => !sectionsOf(concept).includes(section))
    expect(broken.map(([link]) => link)).toEqual([])
  })
})

test('every figure has its words in both languages, and is shown somewhere', () => {
  expect(Object.keys(enFigures)).toEqual(Object.keys(zhFigures))
  const shown = new Set(
    ['lessons/concepts', 'lessons/steps'].flatMap(textsIn).flatMap((file) => {
      const source = readFileSync(file, 'utf8')
      return outline(source, file).fences.map((fence) => fence.replace(/^figure\n/, '').trim())
    }),
  )
  expect(FIGURE_IDS.filter((id) => !shown.has(id))).toEqual([])
})
