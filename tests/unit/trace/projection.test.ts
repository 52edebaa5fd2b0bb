import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createProjection } from '../../../src/trace/projection'
import type { TraceEvent } from '../../../src/trace/traceEvent'

const event = (seq: number): TraceEvent => ({
  seq,
  at: seq,
  conn: 'caller',
  kind: 'event',
  name: 'onnegotiationneeded',
  data: null,
})

function upTo(whole: readonly TraceEvent[], length: number) {
  return { whole, events: whole.slice(0, length) }
}

describe('a projection', () => {
  it('gives what a whole fold gives, in whatever order moments are looked at, while the trace grows', () => {
    const looks = fc.array(fc.record({ grow: fc.nat(90), look: fc.double({ min: 0, max: 1, noNaN: true }) }))
    fc.assert(
      fc.property(looks, (list) => {
        const whole: TraceEvent[] = []
        const sum = createProjection('', (state, { seq }) => `${state.slice(-40)} ${String(seq)}`)
        for (const { grow, look } of list) {
          for (let n = 0; n < grow; n += 1) whole.push(event(whole.length))
          const length = Math.floor(look * whole.length)
          const folded = whole
            .slice(0, length)
            .reduce((state, { seq }) => `${state.slice(-40)} ${String(seq)}`, '')
          expect(sum(upTo(whole, length))).toBe(folded)
        }
      }),
    )
  })

  it('costs one step for the event after, and at most 64 for any moment it has passed', () => {
    const whole = Array.from({ length: 1000 }, (_, seq) => event(seq))
    let steps = 0
    const count = createProjection(0, (state) => {
      steps += 1
      return state + 1
    })
    const cost = (length: number) => {
      const before = steps
      count(upTo(whole, length))
      return steps - before
    }
    expect(cost(1000)).toBe(1000)
    whole.push(event(1000))
    expect(cost(1001)).toBe(1)
    expect(cost(700)).toBeLessThanOrEqual(64)
    expect(cost(701)).toBe(1)
    expect(cost(3)).toBe(3)
  })

  it('keeps two traces apart', () => {
    const last = createProjection(-1, (_, { seq }) => seq)
    const [one, other] = [[event(0), event(1)], [event(7)]]
    expect([last(upTo(one, 2)), last(upTo(other, 1)), last(upTo(one, 1))]).toEqual([1, 7, 0])
  })
})
