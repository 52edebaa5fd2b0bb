import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { CONCEPT_SHELF, readLanguage, STEP_SHELF } from '../../../build/lesson-folders'
import { plainText } from '../../../src/search/entries'
import type { SearchEntry } from '../../../src/search/entries'
import { createSearch, excerpt } from '../../../src/search/search'
import type { Search } from '../../../src/search/search'
import { tokenize } from '../../../src/search/tokenize'

// The first colouring of code takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

vi.mock('virtual:lessons/zh', () => ({ lessons: readLanguage('lessons', STEP_SHELF, 'zh') }))
vi.mock('virtual:lessons/en', () => ({ lessons: readLanguage('lessons', STEP_SHELF, 'en') }))
vi.mock('virtual:concepts/zh', () => ({ concepts: readLanguage('lessons', CONCEPT_SHELF, 'zh') }))
vi.mock('virtual:concepts/en', () => ({ concepts: readLanguage('lessons', CONCEPT_SHELF, 'en') }))

describe('the search', () => {
  let entries: SearchEntry[]
  let find: Search

  beforeAll(async () => {
    const { loadEntries } = await import('../../../src/search/entries')
    entries = await loadEntries()
    find = createSearch(entries)
  })

  const keys = (query: string) => find(query).map(({ key }) => key)

  test.each([
    ['打洞', 'term/hole-punching'],
    ['打洞', 'concept/nat#punching'],
    ['hole punching', 'concept/nat#punching'],
    ['a=setup', 'concept/security#layers'],
    ['a=setup', 'sdp/setup'],
    ['sendrecv', 'sdp/direction'],
    ['InvalidStateError', 'concept/candidates#rules'],
    ['createOffer', 'step/create-offer#prose'],
    ['对称型 NAT', 'term/symmetric-nat'],
    ['候选收集', 'term/gathering'],
  ])('finds %s in %s', (query, key) => {
    expect(keys(query)).toContain(key)
  })

  test('finds nothing for what is not there, and says nothing for nothing', () => {
    expect(keys('量子计算机')).toEqual([])
    expect(keys('')).toEqual([])
  })

  test('has an entry for every section of every lesson and concept, each under a key of its own', () => {
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
    expect(entries.filter(({ text }) => text.zh === '' || text.en === '')).toEqual([])
  })

  test('never throws, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (query) => {
        expect(Array.isArray(find(query))).toBe(true)
      }),
    )
  })
})

describe('tokens', () => {
  test('keep names of the browser whole, and split them besides', () => {
    expect(tokenize('a=setup:actpass')).toEqual(['a=setup:actpass', 'a', 'setup', 'actpass'])
    expect(tokenize('InvalidStateError')).toEqual(['invalidstateerror'])
  })

  test('of Chinese are words and pairs', () => {
    expect(tokenize('服务器反射候选')).toEqual(expect.arrayContaining(['服务', '反射', '候选']))
  })
})

describe('an excerpt', () => {
  test('stands around what was looked for', () => {
    const text = `${'x '.repeat(100)}hole punching ${'y '.repeat(100)}`
    expect(excerpt(text, 'hole punching')).toContain('hole punching')
    expect(excerpt('short', 'nothing')).toBe('short')
  })

  test('is plain text', () => {
    expect(plainText('<p>a &lt;b&gt; <code>c</code></p><pre>d</pre>')).toBe('a <b> c d ')
    expect(readFileSync('src/search/entries.ts', 'utf8')).not.toContain('innerHTML')
  })
})
