import { expect, test } from 'vitest'
import { CONCEPT_IDS, GUESSED } from '../../../src/lessons/conceptIds'
import { standingOfStored } from '../../../src/predict/answers'
import { questionsAbout } from '../../../src/predict/bank'

test('a concept offers a guess exactly where the bank has questions about it', () => {
  expect(CONCEPT_IDS.filter((id) => questionsAbout(id).length > 0)).toEqual(
    CONCEPT_IDS.filter((id) => GUESSED.has(id)),
  )
})

test('each of them can be guessed without a call: it has options, one of them right, and code that no call changes', () => {
  for (const question of CONCEPT_IDS.flatMap(questionsAbout)) {
    expect(question.options.length, question.id).toBeGreaterThan(1)
    expect(['string', 'undefined'], question.id).toContain(typeof question.code)
    expect(standingOfStored(question, undefined).stage).toBe('open')
    const right = question.options.filter((guess) => standingOfStored(question, { guess }).isRight === true)
    expect(right, question.id).toEqual([question.answer])
  }
})
