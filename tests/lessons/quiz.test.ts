import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LESSON_IDS } from '../../src/lessons/lessonIds'
import { QUESTIONS, questionsOf } from '../../src/predict/bank'
import { isWatched } from '../../src/predict/question'
import { loadWords } from '../../src/predict/words'

const ROOT = 'lessons/quiz'
const WORDS = { zh: await loadWords('zh'), en: await loadWords('en') }
const ids = QUESTIONS.map(({ id }) => id)

const codeIn = (text: string) => [...text.matchAll(/`([^`]*)`/g)].map(([, code]) => code).sort()

test('the bank has forty questions or more, each under an id of its own', () => {
  expect(ids.length).toBeGreaterThanOrEqual(40)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every lesson asks something, and every question is asked by a lesson', () => {
  expect(LESSON_IDS.filter((lesson) => questionsOf(lesson).length === 0)).toEqual([])
  expect(QUESTIONS.filter(({ at }) => !LESSON_IDS.includes(at))).toEqual([])
})

test('the folder holds one pair for each lesson and nothing else', () => {
  expect(readdirSync(ROOT).sort()).toEqual([...LESSON_IDS].sort())
  for (const lesson of LESSON_IDS)
    expect(readdirSync(`${ROOT}/${lesson}`).sort()).toEqual(['en.json', 'zh.json'])
})

describe.each(LESSON_IDS)('the questions of %s', (lesson) => {
  const asked = questionsOf(lesson).map(({ id }) => id)

  test.each(['zh', 'en'] as const)(
    'stand in the lesson’s folder in %s, in the order of the bank',
    (language) => {
      const words = JSON.parse(readFileSync(`${ROOT}/${lesson}/${language}.json`, 'utf8')) as object
      expect(Object.keys(words)).toEqual(asked)
    },
  )
})

describe.each(QUESTIONS)('$id', (question) => {
  const { id, options } = question
  const zh = WORDS.zh.get(id)!
  const en = WORDS.en.get(id)!

  test('has two options or more, each under an id of its own', () => {
    expect(options.length).toBeGreaterThanOrEqual(2)
    expect(new Set(options).size).toBe(options.length)
  })

  test('has words for every option, the same ones in both languages', () => {
    expect(Object.keys(zh.options)).toEqual(options)
    expect(Object.keys(en.options)).toEqual(options)
    expect(Object.keys(zh.wrong)).toEqual(Object.keys(en.wrong))
  })

  test('says what is wrong with every guess that can be wrong', () => {
    const explained = Object.keys(en.wrong)
    expect(explained.filter((option) => !options.includes(option))).toEqual([])
    // The browser may do what no other does; at most its usual option needs no excuse.
    if (isWatched(question)) expect(explained.length).toBeGreaterThanOrEqual(options.length - 1)
    else expect(explained.sort()).toEqual(options.filter((option) => option !== question.answer).sort())
  })

  test('leaves no text empty, and no code half open', () => {
    for (const { ask, why, options: texts, wrong } of [zh, en]) {
      for (const text of [ask, why, ...Object.values(texts), ...Object.values(wrong)]) {
        expect(text.trim()).not.toBe('')
        expect(text.split('`').length % 2).toBe(1)
      }
    }
  })

  test('names the same code in question and options of both languages', () => {
    expect(codeIn(zh.ask)).toEqual(codeIn(en.ask))
    for (const option of options) expect(codeIn(zh.options[option]!)).toEqual(codeIn(en.options[option]!))
  })

  test('is written in its language', () => {
    expect(zh.ask).toMatch(/\p{Script=Han}/u)
    expect([en.ask, en.why, ...Object.values(en.options)].join('')).not.toMatch(/\p{Script=Han}/u)
  })
})
