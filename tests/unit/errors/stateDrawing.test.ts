import { expect, test } from 'vitest'
import { ERROR_IDS } from '../../../src/errors/errorIds'
import { listTexts } from '../../../src/errors/errors'
import { stateDrawing } from '../../../src/errors/stateDrawing'
import { OPERATIONS, operationName, outcomeOf } from '../../../src/jsep/negotiationOperations'

const drawn = ERROR_IDS.flatMap((id) => {
  const drawing = stateDrawing(id)
  return drawing === null ? [] : [{ id, drawing }]
})
const named = (name: string) => OPERATIONS.find((one) => operationName(one) === name)!

test.each(drawn)('$id: the table refuses the call here, and accepts it there', ({ drawing }) => {
  const { call, state, via, acceptedIn, result } = drawing
  expect(outcomeOf(named(call), state)).toBeNull()
  expect(outcomeOf(named(via), state)).toBe(acceptedIn)
  expect(outcomeOf(named(call), acceptedIn)).toBe(result)
})

test.each(drawn)('$id: the drawn state is one that a text of the page names', ({ id, drawing }) => {
  const texts = listTexts(id).map(({ text }) => text)
  expect(texts.some((text) => text.includes(drawing.state))).toBe(true)
})

test('every error of a refused description or draft is drawn', () => {
  const about = ERROR_IDS.filter((id) => /^(?:wrong-state|cannot-create|rollback)-/.test(id))
  expect(drawn.map(({ id }) => id).sort()).toEqual([...about].sort())
})
