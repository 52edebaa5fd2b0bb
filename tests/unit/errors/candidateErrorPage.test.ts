import { expect, test } from 'vitest'
import { candidateErrorPage } from '../../../src/errors/candidateErrorPage'
import { ERROR_FACTS, listTexts } from '../../../src/errors/errors'
import { ERROR_IDS } from '../../../src/errors/errorIds'

test('every code that a page prints leads to that page, and no other code to any', () => {
  const printed = ERROR_IDS.flatMap((id) =>
    listTexts(id).flatMap(({ text }) => {
      const code = /^errorCode: (\d+)/.exec(text)?.[1]
      return code === undefined ? [] : [[Number(code), id] as const]
    }),
  )
  expect(printed.length).toBeGreaterThan(10)
  for (const [code, id] of printed) expect(candidateErrorPage(code), String(code)).toBe(id)
  expect(candidateErrorPage(600)).toBeNull()
})

test('every page prints at least one text, also where nothing is thrown', () => {
  const silent = ERROR_IDS.filter((id) => listTexts(id).length === 0)
  expect(silent.map((id) => [id, ERROR_FACTS[id].short])).toEqual([])
})
