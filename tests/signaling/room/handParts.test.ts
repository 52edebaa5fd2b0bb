import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addParts, joinParts, readParts, splitFragment } from '../../../broadcast-signaling/room/handParts'

const fragment = fc
  .string({ unit: fc.constantFrom(...Array.from('abcXYZ019_-=&.%+')), minLength: 130, maxLength: 400 })
  .map((text) => `offer=1.${text}`)
const longest = fc.integer({ min: 20, max: 120 })
const manyParts = fc
  .tuple(fragment, longest)
  .map(([text, length]) => ({ text, parts: splitFragment(text, length) }))
  .filter(({ parts }) => parts.length > 1)

/** Numbers to sort by. */
const chances = fc.array(fc.nat(), { minLength: 64, maxLength: 64 })
const links = (parts: string[]) => parts.map((part) => `http://192.0.2.7:4173/zh/room/#${part}`)

describe('a description in parts', () => {
  it('is whole again from its parts, shuffled and repeated, one by one or all in one text', () => {
    fc.assert(
      fc.property(manyParts, chances, ({ text, parts }, order) => {
        const shuffled = [...parts, ...parts.slice(0, 2)]
          .map((part, index) => ({ part, at: order[index]! }))
          .sort((one, other) => one.at - other.at)
          .map(({ part }) => part)
        const onebyone = shuffled.reduce<ReturnType<typeof readParts>>(
          (known, part) => addParts(known, readParts(part)),
          [],
        )
        expect(joinParts(onebyone)).toEqual({ state: 'whole', text })
        expect(joinParts(addParts([], readParts(links(shuffled).join('\n'))))).toEqual({
          state: 'whole',
          text,
        })
      }),
    )
  })

  it('tells exactly which parts are missing', () => {
    fc.assert(
      fc.property(manyParts, fc.nat(), ({ parts }, chance) => {
        const missing = chance % parts.length
        const known = readParts(parts.filter((_, index) => index !== missing).join(' '))
        expect(joinParts(addParts([], known))).toEqual({
          state: 'missing',
          missing: [missing + 1],
          of: parts.length,
        })
      }),
    )
  })

  it('begins again with the parts of another text, and never mixes two', () => {
    fc.assert(
      fc.property(manyParts, manyParts, (one, other) => {
        fc.pre(one.text !== other.text)
        const known = addParts(readParts(one.parts.slice(1).join(' ')), readParts(other.parts.join(' ')))
        expect(joinParts(known)).toEqual({ state: 'whole', text: other.text })
      }),
    )
  })

  it('that was changed on its way is not taken for whole', () => {
    fc.assert(
      fc.property(manyParts, ({ parts }) => {
        const [first = '', ...rest] = parts
        const changed = first.replace(/.$/, (last) => (last === 'Q' ? 'R' : 'Q'))
        const joined = joinParts(addParts([], readParts([changed, ...rest].join(' '))))
        expect(joined.state).toBe('missing')
      }),
    )
  })

  it('is one part if it is short enough', () => {
    expect(splitFragment('offer=1.abc')).toEqual(['offer=1.abc'])
  })
})

it('any text is read without an error', () => {
  const part = fc.tuple(fc.nat(99), fc.nat(99), fc.string(), fc.string()).map((of) => `part=${of.join('.')}`)
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), part)), (texts) => {
      const known = addParts([], readParts(texts.join(' ')))
      const joined = joinParts(known)
      if (known.length > 0 && joined.state === 'missing') expect(joined.missing.length).toBeGreaterThan(0)
    }),
  )
})
