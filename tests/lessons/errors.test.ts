import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { errorShapeProblems } from '../../build/error-shape'
import { ERROR_COLLECTION, readCollection, collectionProblems } from '../../build/lesson-folders'
import { ERROR_IDS } from '../../src/errors/errorIds'
import { ERROR_FACTS } from '../../src/errors/errors'
import { errorBody, lessonSource } from './sample'

const texts = readCollection('lessons', ERROR_COLLECTION)

describe('the pages of errors', () => {
  test('are at least forty, one folder each, and in order', () => {
    expect(ERROR_IDS.length).toBeGreaterThanOrEqual(40)
    expect(new Set(ERROR_IDS).size).toBe(ERROR_IDS.length)
    expect(readdirSync('lessons/errors').sort()).toEqual([...ERROR_IDS].sort())
    expect(Object.keys(ERROR_FACTS).sort()).toEqual([...ERROR_IDS].sort())
    expect(collectionProblems('lessons', ERROR_COLLECTION)).toEqual([])
  })

  test.each(ERROR_IDS)('%s has a title and a summary of its own in each language', (id) => {
    for (const language of ['zh', 'en'] as const) {
      const { title, summary } = texts[language][id]!
      const others = ERROR_IDS.filter((other) => other !== id).map((other) => texts[language][other]!)
      expect(others.map((other) => other.title)).not.toContain(title)
      expect(others.map((other) => other.summary)).not.toContain(summary)
    }
  })

  test.each(ERROR_IDS)('%s belongs to a step and a concept', (id) => {
    const { steps, concepts } = ERROR_FACTS[id]
    expect(steps.length).toBeGreaterThan(0)
    expect(concepts.length).toBeGreaterThan(0)
  })

  test.each(ERROR_IDS)('%s names at least two causes', (id) => {
    const causes = texts.en[id]!.sections.find((section) => section.id === 'causes')!
    expect(causes.blocks[0]!.match(/<li>/g)!.length).toBeGreaterThanOrEqual(2)
  })

  test('lead to each other only by their ids', () => {
    const links = Object.values(texts.en).flatMap(({ sections }) =>
      sections.flatMap(({ blocks }) => [...blocks.join('').matchAll(/data-error-link="([^"]*)"/g)]),
    )
    expect(links.length).toBeGreaterThan(10)
    expect(links.map(([, id]) => id).filter((id) => !ERROR_IDS.includes(id as never))).toEqual([])
  })
})

describe('the shape of such a page', () => {
  const body = errorBody({ text: 'It failed.' })

  test('is what the sample has', () => {
    expect(errorShapeProblems(lessonSource(body), 'en.md')).toEqual([])
  })

  test.each([
    ['a section is missing', body.replace(/## fix[^]*/, ''), 'the sections are what, causes, and must be'],
    ['the causes are a paragraph', body.replace('1. ', ''), 'not one ordered list'],
    ['how to tell is missing', body.replace('\n\n   It failed.', ''), 'cause 1 is not two paragraphs'],
    ['the cause is not bold', body.replace('**why**', 'why'), 'begins in bold'],
  ])('is refused where %s', (_, wrong, sentence) => {
    expect(errorShapeProblems(lessonSource(wrong), 'en.md').join()).toContain(sentence)
  })
})
