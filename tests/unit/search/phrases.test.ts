import { beforeAll, describe, expect, test, vi } from 'vitest'
import { gzipSync } from 'node:zlib'
import { readEntries } from '../../../build/search-entries'
import en from '../../../lessons/search/en.json'
import words from '../../../lessons/search/words.json'
import zh from '../../../lessons/search/zh.json'
import { keyOf } from '../../../src/search/entry'
import type { SearchEntry } from '../../../src/search/entry'
import { packEntries } from '../../../src/search/pack'
import { tokenize } from '../../../src/search/scan'

// The first colouring of code takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** The most bytes (gzip) that the first search may load. */
const MOST_BYTES = 135_000

const LANGUAGES = { zh, en } as const
type Phrases = Readonly<Record<string, readonly string[]>>

describe('what people type', () => {
  let keys: Set<string>
  let entries: SearchEntry[]

  beforeAll(() => {
    entries = readEntries('lessons')
    keys = new Set(entries.map(keyOf))
  })

  test('belongs to something that can be found', () => {
    const missing = Object.keys(zh).filter((target) => !keys.has(target))
    expect(missing).toEqual([])
  })

  test('is there in both languages for the same things', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh))
  })

  test.each(Object.entries(LANGUAGES))(
    'is written in %s without gaps or repetitions, 400 at least',
    (_, file) => {
      const phrases: Phrases = file
      for (const [target, texts] of Object.entries(phrases)) {
        expect(texts.length, target).toBeGreaterThan(0)
        expect(new Set(texts).size, target).toBe(texts.length)
        for (const phrase of texts) expect(tokenize(phrase), `${target}: ${phrase}`).not.toEqual([])
      }
      expect(Object.values(phrases).flat().length).toBeGreaterThanOrEqual(400)
    },
  )

  test('is part of the entries, with all the rest in a file of bounded size', () => {
    const known = new Set(entries.flatMap(({ phrases }) => phrases))
    for (const phrases of [zh, en]) {
      const own = Object.entries(phrases).filter(([target]) => keys.has(target))
      expect(own.flatMap(([, texts]) => texts).filter((phrase) => !known.has(phrase))).toEqual([])
    }
    expect(gzipSync(JSON.stringify(packEntries(entries)), { level: 9 }).length).toBeLessThan(MOST_BYTES)
  })
})

test('each traditional character has its simplified one', () => {
  const [traditional, simplified] = [Array.from(words.traditional), Array.from(words.simplified)]
  expect(simplified).toHaveLength(traditional.length)
  expect(traditional.filter((character) => simplified.includes(character))).toEqual([])
})

test('words that mean the same are as long, so that places in a text stay', () => {
  expect(Object.entries(words.same).filter(([one, other]) => one.length !== other.length)).toEqual([])
})
