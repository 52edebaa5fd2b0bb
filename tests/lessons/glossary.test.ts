import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import avoided from '../../lessons/glossary/avoided.json'
import en from '../../lessons/glossary/en.json'
import zh from '../../lessons/glossary/zh.json'
import { seeAlso, TERM_GROUPS } from '../../src/lessons/seeAlso'
import { TERM_PAGES } from '../../src/lessons/termPages'
import { messages, texts } from './read'
import { holds, LANGUAGES, taughtText } from './taught'

test('the glossary has 60 terms or more, the same in both languages, none of them empty', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en))
  expect(Object.keys(zh).length).toBeGreaterThanOrEqual(60)
  for (const { term, text } of [...Object.values(zh), ...Object.values(en)]) {
    expect(term.trim()).not.toBe('')
    expect(text.trim()).not.toBe('')
  }
})

test('no two terms share a Chinese rendering', () => {
  const terms = Object.values(zh).map(({ term }) => term)
  expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([])
})

test('only a term of the glossary says where it is taught', () => {
  expect(Object.keys(TERM_PAGES).filter((id) => !(id in zh))).toEqual([])
})

test('every term leads to one to eight others of the glossary, and each of those leads back', () => {
  expect(TERM_GROUPS.flat().filter((id) => !(id in zh))).toEqual([])
  for (const id of Object.keys(zh)) {
    const others = seeAlso(id)
    expect(others.length, id).toBeGreaterThan(0)
    expect(others.length, id).toBeLessThanOrEqual(8)
    expect(others).not.toContain(id)
    expect(new Set(others).size).toBe(others.length)
    for (const other of others) expect(seeAlso(other), other).toContain(id)
  }
})

test.each(Object.entries(TERM_PAGES))('%s is named on the page that teaches it, %s', (id, taughtAt) => {
  for (const language of LANGUAGES) {
    expect(holds(taughtText(taughtAt, language) ?? '', id, language), language).toBe(true)
  }
})

test.each(Object.entries(avoided))('%s is written nowhere; the term is %s', (word) => {
  const guilty = [...texts('zh'), ...messages].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (line.includes(word) ? [`${file}:${at + 1}`] : [])),
  )
  expect(guilty).toEqual([])
})
