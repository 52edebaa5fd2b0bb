import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { isExampleId } from '../../../src/recording/exampleIds'
import { STEP_IDS } from '../../../machines/steps'
import { ERROR_IDS } from '../../../src/errors/errorIds'
import type { Lab, LabQuestion, LabWords } from '../../../src/labs/lab'
import { LABS } from '../../../src/labs/labIds'
import { labSchema, labWordsSchema } from '../../../src/labs/labSchema'
import { loadLab } from '../../../src/labs/labTexts'
import { wordGaps } from '../../../src/labs/wordGaps'
import { CONCEPT_IDS } from '../../../src/lessons/conceptIds'
import { LESSON_IDS } from '../../../src/lessons/lessonIds'
import { labFolders, readLabFile } from '../../support/labFiles'

test('the list of labs has every folder, with its road', () => {
  const folders = labFolders().map((id) => ({ id, road: (readLabFile(id, 'lab') as Lab).road }))
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
  expect([...LABS].sort(byId)).toEqual(folders.sort(byId))
})

describe.each(labFolders())('%s', (id) => {
  const lab = readLabFile(id, 'lab') as Lab
  const zh = readLabFile(id, 'zh') as LabWords
  const en = readLabFile(id, 'en') as LabWords

  test('fits the schema', () => {
    for (const [schema, data] of [
      [labSchema, lab],
      [labWordsSchema, zh],
      [labWordsSchema, en],
    ] as const) {
      const { issues } = v.safeParse(schema, data)
      expect(issues?.map((issue) => [v.getDotPath(issue), issue.message])).toBeUndefined()
    }
    expect(lab.id).toBe(id)
  })

  test('has words for each of its parts in both languages', () => {
    expect(wordGaps(lab, zh)).toEqual([])
    expect(wordGaps(lab, en)).toEqual([])
  })

  test('has the same right answers in both languages, among different ones', () => {
    const questions = ({ predict, choose, review }: LabWords): LabQuestion[] => [predict, choose, ...review]
    expect(questions(zh).map(({ right }) => right)).toEqual(questions(en).map(({ right }) => right))
    for (const { options } of [...questions(zh), ...questions(en)]) expect(new Set(options).size).toBe(3)
  })

  test('names in code are the same in both languages', () => {
    const code = ({ why, hints, story }: LabWords) =>
      [...new Set([why, story, ...hints].join('\n').match(/`[^`]+`/g) ?? [])].sort()
    expect(code(zh)).toEqual(code(en))
  })

  test('links to what exists', () => {
    const known = [...STEP_IDS, ...LESSON_IDS] as readonly string[]
    expect(lab.links.steps.filter((step) => !known.includes(step))).toEqual([])
    expect(lab.links.errors.filter((error) => !(ERROR_IDS as readonly string[]).includes(error))).toEqual([])
    expect(lab.links.recordings?.filter((one) => !isExampleId(one)) ?? []).toEqual([])
    expect(lab.links.concepts.filter((one) => !(CONCEPT_IDS as readonly string[]).includes(one))).toEqual([])
  })

  test('opens the tools that its routes need', () => {
    const used = [...lab.solutions, ...lab.wrongIdeas].flatMap(({ actions }) =>
      actions.flatMap((action) => {
        if ('until' in action) return []
        if ('run' in action) return [action.run.call]
        return 'rules' in action ? (['rules'] as const) : (['tray'] as const)
      }),
    )
    expect([...new Set(used)].filter((tool) => !lab.tools.includes(tool))).toEqual([])
  })

  test('names a route where the browsers differ', () => {
    const routes = [...lab.solutions, ...lab.wrongIdeas].map((route) => route.id)
    if (lab.differs !== undefined) expect(routes).toContain(lab.differs.after)
  })

  test('tells why in 60 to 120 English words', () => {
    const words = en.why.split(/\s+/).length
    expect(words).toBeGreaterThanOrEqual(60)
    expect(words).toBeLessThanOrEqual(120)
  })
})

test('a lab loads with its words, and one that does not exist is null', async () => {
  const loaded = await loadLab('no-tracks')
  expect(loaded?.lab.id).toBe('no-tracks')
  expect(await loadLab('nowhere')).toBeNull()
})
