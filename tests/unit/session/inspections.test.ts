import { expect, test } from 'vitest'
import { createActor, createMachine } from 'xstate'
import type { Inspection } from '../../../src/session/inspections'
import { createInspections, MAX_REPORTS } from '../../../src/session/inspections'

const machine = createMachine({ id: 'lamp', on: { PRESS: {} } })

/** An actor that got this many events, and what an inspector opened afterwards receives. */
function reportsAfter(presses: number): Inspection[] {
  const { record, listen } = createInspections()
  const actor = createActor(machine, { inspect: record }).start()
  for (let n = 0; n < presses; n += 1) actor.send({ type: 'PRESS' })
  const heard: Inspection[] = []
  listen((one) => heard.push(one))()
  return heard
}

const countOf = (heard: Inspection[], type: string) =>
  heard.filter(({ report }) => report.type === type).length

test('a late inspector gets a call from its beginning', () => {
  const heard = reportsAfter(3)
  expect(heard[0]?.report.type).toBe('@xstate.actor')
  expect(countOf(heard, '@xstate.event')).toBe(4)
})

test('of a very long call it gets the newest reports, and still every actor', () => {
  const heard = reportsAfter(3 * MAX_REPORTS)
  expect(heard.length).toBeLessThanOrEqual(MAX_REPORTS)
  expect(countOf(heard, '@xstate.actor')).toBe(1)
  expect(heard[0]?.report.type).toBe('@xstate.actor')
})
