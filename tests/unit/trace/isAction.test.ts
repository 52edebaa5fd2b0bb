import { expect, test } from 'vitest'
import { isActionType } from '../../../machines/events'
import { EXAMPLE_IDS } from '../../../src/recording/exampleIds'
import { fromLog } from '../../../src/trace/fromLog'
import { isAction } from '../../../src/trace/isAction'
import { openExample } from '../recording/examples'

test.each(EXAMPLE_IDS)('%s: the same actions in the trace as in the log', (id) => {
  const { log } = openExample(id).recording
  const actions = fromLog(log).filter(isAction)
  expect(actions.length).toBeGreaterThan(0)
  expect(actions.map(({ seq }) => seq)).toEqual(
    log.filter(({ event }) => isActionType(event.type)).map(({ seq }) => seq),
  )
})

test('a change of settings is none, and neither is what happened', () => {
  expect(isAction({ kind: 'intent', name: 'settings.change' })).toBe(false)
  expect(isAction({ kind: 'event', name: 'ontrack' })).toBe(false)
})
