import { expect, it } from 'vitest'
import { openBench } from '../../../src/session/openBench'
import { createFakeWorld } from '../../support/fakeCall'

it('opens a call without steps, whose ends know nothing yet', () => {
  const bench = openBench(null, createFakeWorld().world)
  expect(bench.frame.value.script.steps).toEqual([])
  expect(bench.frame.value.view.connections.map(({ facts }) => facts.peer)).toEqual([null, null])
  bench.close()
})
