import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerpt, mark } from '../../../src/search/excerpt'
import type { Piece } from '../../../src/search/excerpt'
import { tokenize } from '../../../src/search/scan'

const termsOf = (text: string) => new Set(tokenize(text))
const found = (pieces: readonly Piece[]) => pieces.filter(({ isFound }) => isFound).map(({ text }) => text)
const whole = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')

describe('an excerpt', () => {
  test('stands where the most words are that were looked for', () => {
    const text = `hole ${'x '.repeat(200)}hole punching ${'y '.repeat(200)}`
    expect(whole(excerpt(text, termsOf('hole punching')))).toContain('hole punching')
  })

  test('marks the words, also in another form, and nothing else', () => {
    expect(found(mark('ICE failed; it fails.', termsOf('failing')))).toEqual(['failed', 'fails'])
    expect(found(mark('对方看不到画面', termsOf('视频')))).toEqual(['画面'])
    expect(found(mark('nothing here', termsOf('hole')))).toEqual([])
  })

  test('marks words that stand side by side as one', () => {
    const terms = termsOf('failed set remote')
    expect(found(mark('Failed, set; then: (remote) failed', terms))).toEqual([
      'Failed, set',
      'remote) failed',
    ])
    expect(found(mark('set – or – remote', terms))).toEqual(['set', 'remote'])
  })

  test('is the whole text where it is short', () => {
    expect(excerpt('short', termsOf('other'))).toEqual([{ text: 'short', isFound: false }])
  })

  test('says where it was cut, and is bounded', () => {
    const pieces = excerpt(`${'x '.repeat(300)}hole ${'y '.repeat(300)}`, termsOf('hole'), 100)
    expect(pieces[0]?.text).toBe('…')
    expect(pieces.at(-1)?.text).toBe('…')
    expect(whole(pieces).length).toBeLessThanOrEqual(102)
  })

  test('of any text and any words is a part of that text', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 400 })
    fc.assert(
      fc.property(anything, anything, (text, query) => {
        expect(whole(mark(text, termsOf(query)))).toBe(text)
        const part = whole(excerpt(text, termsOf(query))).replace(/^…|…$/g, '')
        expect(text).toContain(part.replace(/^…|…$/g, ''))
      }),
    )
  })
})
