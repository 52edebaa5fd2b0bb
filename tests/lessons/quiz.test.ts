import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LESSON_IDS } from '../../src/lessons/lessonIds'
import { QUESTIONS, questionsOf } from '../../src/predict/bank'
import type { Question } from '../../src/predict/question'
import { isTried, isWatched } from '../../src/predict/question'
import { loadWords } from '../../src/predict/questionWords'
import { holds, LANGUAGES, taughtText } from './taught'

const ROOT = 'lessons/quiz'
const WORDS = { zh: await loadWords('zh'), en: await loadWords('en') }
const ids = QUESTIONS.map(({ id }) => id)

/**
 * Ids that the texts under `wrong` must have: every guess that can be wrong; at most one of them may be the browser's
 * own.
 */
function explainable(question: Question): readonly string[] {
  if (isTried(question)) return question.mistakes
  if (isWatched(question)) return question.options.slice(1)
  return question.options.filter((option) => option !== question.answer)
}

const codeIn = (text: string) => [...text.matchAll(/`([^`]*)`/g)].map(([, code]) => code).sort()

test('there are forty questions or more, each with its own id', () => {
  expect(ids.length).toBeGreaterThanOrEqual(40)
  expect(new Set(ids).size).toBe(ids.length)
})

test('in eleven questions or more the learner acts, with every kind of task', () => {
  const acting = QUESTIONS.filter((question) => isTried(question) || question.act !== undefined)
  expect(acting.length).toBeGreaterThanOrEqual(11)
  const kinds = new Set(acting.map(({ act }) => act?.kind ?? 'option'))
  expect([...kinds].sort()).toEqual(['form', 'line', 'option', 'order'])
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
    'are in the lesson’s folder in %s, in the order of the questions',
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

  test('has two options or more, each under an id of its own, or something to do', () => {
    if (question.act === undefined) expect(options.length).toBeGreaterThanOrEqual(2)
    else expect(options).toEqual([])
    expect(new Set(options).size).toBe(options.length)
  })

  test('has words for every option, the same ones in both languages', () => {
    expect(Object.keys(zh.options)).toEqual(options)
    expect(Object.keys(en.options)).toEqual(options)
    expect(Object.keys(zh.wrong)).toEqual(Object.keys(en.wrong))
  })

  test('says what is wrong with every guess that can be wrong', () => {
    const explained = Object.keys(en.wrong)
    const ids = isTried(question) ? question.mistakes : options
    expect(explained.filter((option) => !ids.includes(option))).toEqual([])
    // The browser may do what no other does; at most its usual option needs no explanation.
    if (isWatched(question)) expect(explained.length).toBeGreaterThanOrEqual(explainable(question).length)
    else expect(explained.sort()).toEqual([...explainable(question)].sort())
  })

  test('is taught by a page of this app, which holds the term in both languages', () => {
    // The browser's answer may be a surprise; what a stored question or a trial asks must have been taught.
    if (isWatched(question) && question.taught === undefined) return
    const { at, term } = question.taught!
    for (const language of LANGUAGES) {
      const text = taughtText(at, language)
      expect(text, `${at} in ${language}`).not.toBeNull()
      expect(holds(text ?? '', term, language), `${term} at ${at} in ${language}`).toBe(true)
    }
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
