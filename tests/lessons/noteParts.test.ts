import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { renderLesson } from '../../build/markdown'
import { noteParts } from '../../src/lessons/noteParts'
import { readingSections } from '../../src/lessons/readingSections'
import { texts } from './read'

const NOTES = (['zh', 'en'] as const).flatMap((language) =>
  texts(language, ['steps']).map((file) => ({ file, language })),
)

test.each(NOTES)(
  '$file: the lead and Look at are open, and the folds hold all the rest',
  ({ file, language }) => {
    const lesson = renderLesson(readFileSync(file, 'utf8'), { file, language })
    const sections = readingSections(lesson, null, language)
    const { lead, look, folds } = noteParts(sections)
    expect(lead.length).toBeGreaterThan(0)
    expect(lead.at(-1)?.html).not.toMatch(/[:：]<\/p>\s*$/)
    expect(look).toBe(sections.find(({ id }) => id === 'look-at'))
    const shown = [
      ...lead,
      ...(look?.blocks ?? []),
      ...folds.flatMap((fold) => fold.sections.flatMap(({ blocks }) => blocks)),
    ]
    const all = sections.flatMap(({ blocks }) => blocks)
    expect(new Set(shown)).toEqual(new Set(all))
    expect(shown).toHaveLength(all.length)
    expect(folds.map(({ id }) => id)).toEqual(['how', 'mistake', 'why'])
  },
)

test('a note without sections has no parts', () => {
  expect(noteParts([])).toEqual({ lead: [], look: null, folds: [] })
})
