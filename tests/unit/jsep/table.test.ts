import { expect, test } from 'vitest'
import type { SignalingState } from '../../../machines/contracts'
import {
  ARROWS,
  OPERATIONS,
  operationName,
  outcomeOf,
  SIGNALING_STATES,
} from '../../../src/jsep/negotiationOperations'

/**
 * The table of WebRTC §4.4.1.4 and §4.4.2 again, written down directly from the specification; `–`: InvalidStateError.
 */
const SPECIFIED = `
                                 stable             have-local-offer     have-remote-offer   have-local-pranswer  have-remote-pranswer  closed
createOffer()                    stable             have-local-offer     –                   –                    –                     –
createAnswer()                   –                  –                    have-remote-offer   have-local-pranswer  –                     –
setLocalDescription()            have-local-offer   have-local-offer     stable              stable               –                     –
setLocalDescription(offer)       have-local-offer   have-local-offer     –                   –                    –                     –
setLocalDescription(answer)      –                  –                    stable              stable               –                     –
setLocalDescription(pranswer)    –                  –                    have-local-pranswer have-local-pranswer  –                     –
setLocalDescription(rollback)    –                  stable               stable              –                    –                     –
setRemoteDescription(offer)      have-remote-offer  have-remote-offer    have-remote-offer   –                    –                     –
setRemoteDescription(answer)     –                  stable               –                   –                    stable                –
setRemoteDescription(pranswer)   –                  have-remote-pranswer –                   –                    have-remote-pranswer  –
setRemoteDescription(rollback)   –                  stable               stable              –                    –                     –
`

const [head = [], ...rows] = SPECIFIED.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const cells = rows.flatMap(([name = '', ...outcomes]) =>
  outcomes.map((outcome, index) => ({
    name,
    state: (head[index] ?? '') as SignalingState,
    outcome: outcome === '–' ? null : outcome,
  })),
)

test('the specification names the same states and operations', () => {
  expect(head).toEqual(SIGNALING_STATES)
  expect(rows.map(([name]) => name)).toEqual(OPERATIONS.map(operationName))
})

test.each(cells)('$name in $state', ({ name, state, outcome }) => {
  const operation = OPERATIONS.find((one) => operationName(one) === name)
  expect(operation && outcomeOf(operation, state)).toBe(outcome)
})

test('the chart has an arrow for every cell that sets a description, and no other', () => {
  const fromTable = cells
    .filter(({ name, outcome }) => /\(\w+\)/.test(name) && outcome !== null)
    .map(({ name, state, outcome }) => `${state} ${name} ${String(outcome)}`)
  const fromArrows = ARROWS.flatMap(({ from, to, operations }) =>
    operations.map((operation) => `${from} ${operationName(operation)} ${to}`),
  )
  expect(fromArrows.sort()).toEqual(fromTable.sort())
  expect(new Set(ARROWS.map(({ from, to }) => `${from} ${to}`)).size).toBe(ARROWS.length)
})
