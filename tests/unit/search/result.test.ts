import { expect, test } from 'vitest'
import type { SearchEntry } from '../../../src/search/entry'
import type { Piece } from '../../../src/search/excerpt'
import { toResult } from '../../../src/search/result'
import { tokenize } from '../../../src/search/scan'

const ENTRY: SearchEntry = {
  kind: 'concept',
  id: 'nat',
  section: 'holes',
  title: { zh: '打洞', en: 'Hole punching' },
  text: { zh: '打洞要两边同时发包。', en: 'Both ends punch a hole at once.' },
  code: 'punch()',
  phrases: [],
  says: [],
}
const terms = new Set(tokenize('punching hole 打洞'))
const whole = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')
const found = (pieces: readonly Piece[]) => pieces.filter(({ isFound }) => isFound).map(({ text }) => text)

test('a result has the texts of both languages with the words found marked, and says where it leads', () => {
  const result = toResult({ entry: ENTRY, terms, said: null })
  expect(result).toMatchObject({
    kind: 'concept',
    id: 'nat',
    section: 'holes',
    hasOneTitle: false,
    said: null,
  })
  expect(found(result.title.zh)).toEqual(['打洞'])
  expect(found(result.title.en)).toEqual(['Hole punching'])
  expect(whole(result.excerpt.en)).toBe('Both ends punch a hole at once. punch()')
  expect(found(result.excerpt.zh)).toEqual(['打洞', 'punch'])
})

test('a result shows what a browser says, where that was asked for', () => {
  const { said, hasOneTitle } = toResult({
    entry: { ...ENTRY, title: { zh: 'ICE', en: 'ICE' } },
    terms: new Set(tokenize('hole')),
    said: 'No hole here',
  })
  expect(hasOneTitle).toBe(true)
  expect(found(said ?? [])).toEqual(['hole'])
})

test('a result can be sent to another thread', () => {
  const result = toResult({ entry: ENTRY, terms, said: 'hole' })
  expect(structuredClone(result)).toEqual(result)
})
