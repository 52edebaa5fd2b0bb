import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createJournal } from '../../../src/trace/journal'
import { createReading } from '../../../src/trace/reading'
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

/** Every fifth event adds an item, the others change one. */
function createExample() {
  let read = 0
  const reading = createReading(() => {
    const items = createJournal<string>()
    let count = 0
    return {
      read({ seq }, index) {
        read += 1
        if (seq % 5 === 0) count = items.add(String(seq), index) + 1
        else
          items.change(
            (seq * 7) % count,
            `${items.newest((seq * 7) % count).slice(-40)} ${String(seq)}`,
            index,
          )
      },
      at: (length) => items.at(length),
    }
  })
  return { reading, read: () => read }
}

/** The same from the first event on, with nothing remembered. */
function fold(length: number): string[] {
  const items: string[] = []
  for (let seq = 0; seq < length; seq += 1) {
    const place = (seq * 7) % items.length
    if (seq % 5 === 0) items.push(String(seq))
    else items[place] = `${(items[place] ?? '').slice(-40)} ${String(seq)}`
  }
  return items
}

describe('a reading', () => {
  it('gives what a whole fold gives, in whatever order moments are looked at, while the trace grows', () => {
    const looks = fc.array(fc.record({ grow: fc.nat(90), look: fc.double({ min: 0, max: 1, noNaN: true }) }))
    fc.assert(
      fc.property(looks, (list) => {
        const whole: TraceEvent[] = []
        const { reading } = createExample()
        for (const { grow, look } of list) {
          for (let n = 0; n < grow; n += 1) whole.push(event(whole.length))
          const length = Math.floor(look * whole.length)
          expect(reading(upTo(whole, length))).toEqual(fold(length))
        }
      }),
    )
  })

  it('reads each event once, and none beyond the moment', () => {
    const whole = Array.from({ length: 1000 }, (_, seq) => event(seq))
    const { reading, read } = createExample()
    reading(upTo(whole, 700))
    expect(read()).toBe(700)
    reading(upTo(whole, 30))
    reading(upTo(whole, 699))
    expect(read()).toBe(700)
    reading(upTo(whole, 701))
    expect(read()).toBe(701)
  })

  it('gives the same list for the same moment, and the same items where nothing changed', () => {
    const whole = Array.from({ length: 100 }, (_, seq) => event(seq))
    const reading = createReading(() => {
      const items = createJournal<object>()
      return { read: ({ seq }, index) => void items.add({ seq }, index), at: (length) => items.at(length) }
    })
    const late = reading(upTo(whole, 100))
    expect(reading(upTo(whole, 100))).toBe(late)
    const early = reading(upTo(whole, 40))
    expect(early.every((item, place) => item === late[place])).toBe(true)
  })

  it('keeps two traces apart', () => {
    const { reading } = createExample()
    const [one, other] = [[event(0), event(5)], [event(10)]]
    expect([reading(upTo(one, 2)), reading(upTo(other, 1)), reading(upTo(one, 1))]).toEqual([
      ['0', '5'],
      ['10'],
      ['0'],
    ])
  })
})
