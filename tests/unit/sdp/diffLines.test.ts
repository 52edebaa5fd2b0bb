import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeChanges } from '../../../src/sdp/describeChanges'
import type { ComparedDescription } from '../../../src/sdp/describeChanges'
import { cutAtRanges, diffLines } from '../../../src/sdp/diffLines'
import { readLines } from '../../../src/sdp/lines'
import { FIXTURES, readFixture } from './fixtures'

const diff = (left: string, right: string) => diffLines(readLines(left), readLines(right))
const marked = (text: string, ranges: Parameters<typeof cutAtRanges>[1]) =>
  cutAtRanges(text, ranges)
    .filter(({ isMarked }) => isMarked)
    .map(({ text: word }) => word)

test('lines about the same thing stand side by side, and the words that differ are marked', () => {
  const rows = diff(
    'v=0\nm=audio 9 X 1\na=setup:actpass\na=mid:0\n',
    'v=0\nm=audio 9 X 1\na=setup:active\na=mid:0\n',
  )
  expect(rows.map(({ state }) => state)).toEqual(['same', 'same', 'changed', 'same'])
  const { left, right, leftMarks, rightMarks } = rows[2]!
  expect(marked(left!.text, leftMarks)).toEqual(['actpass'])
  expect(marked(right!.text, rightMarks)).toEqual(['active'])
})

test('a candidate never replaces another one', () => {
  const rows = diff('a=candidate:1 1 udp 1 a 1 typ host\n', 'a=candidate:2 1 udp 1 b 2 typ host\n')
  expect(rows.map(({ state }) => state)).toEqual(['removed', 'added'])
})

test('sections are compared by their position', () => {
  const rows = diff('m=audio 9 X 0\na=mid:0\n', 'v=0\nm=audio 9 X 0\na=mid:0\nm=video 9 X 96\n')
  expect(rows.map(({ state }) => state)).toEqual(['removed', 'removed', 'added', 'added', 'added', 'added'])
  expect(diff('v=0\nm=audio 9 X 0\n', 'v=0\nm=audio 9 X 0\nm=video 9 X 96\n').at(-1)?.state).toBe('added')
})

const pair = fc.constantFrom(...FIXTURES.map(readFixture))
const anySdp = fc.oneof(
  pair,
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('a=mid:0\n', 'm=\n', 'x', '\r\n', 'a=ssrc:1 a\n')).map((parts) => parts.join('')),
)

test('a comparison holds every line of either text once, in order', () => {
  fc.assert(
    fc.property(anySdp, anySdp, (left, right) => {
      const rows = diff(left, right)
      expect(rows.flatMap((row) => row.left ?? [])).toEqual(readLines(left))
      expect(rows.flatMap((row) => row.right ?? [])).toEqual(readLines(right))
      for (const { state, left: old, right: now, leftMarks, rightMarks } of rows) {
        expect(old?.text === now?.text).toBe(state === 'same')
        if (state !== 'changed') continue
        const kept = (text: string, ranges: typeof leftMarks) =>
          cutAtRanges(text, ranges)
            .map((piece) => (piece.isMarked ? '' : piece.text))
            .join('')
        expect(kept(old!.text, leftMarks)).toBe(kept(now!.text, rightMarks))
      }
    }),
    { numRuns: 40 },
  )
})

test('a text of 2,000 other lines is not compared in detail', () => {
  const text = (word: string) =>
    Array.from({ length: 2000 }, (_n, at) => `a=${word}:${String(at)}`).join('\n')
  expect(diff(text('left'), text('right'))).toHaveLength(4000)
})

describe('in words', () => {
  const side = (name: string, type: ComparedDescription['type'] = 'offer'): ComparedDescription => ({
    type,
    lines: readLines(readFixture(name)),
  })
  const ids = (left: ComparedDescription, right: ComparedDescription) =>
    describeChanges(left, right).map(({ id }) => id)

  test.each(['chromium', 'firefox'])('%s: the draft and the offer that has gathered', (browser) => {
    const [draft, offer] = [side(`${browser}/call.draft`), side(`${browser}/call.offer`)]
    expect(ids(draft, offer)).toEqual(
      browser === 'chromium' ? ['candidates.more', 'default'] : ['candidates.more'],
    )
    expect(ids(offer, draft)[0]).toBe('candidates.fewer')
  })

  test.each(['chromium', 'firefox'])('%s: the offer and its answer', (browser) => {
    const changes = describeChanges(side(`${browser}/call.offer`), side(`${browser}/call.answer`, 'answer'))
    expect(changes).toContainEqual({ id: 'setup.active' })
    expect(changes).toContainEqual({ id: 'codecs.kept' })
    expect(changes).toContainEqual({ id: 'bundle.kept', values: { mids: '0, 1' } })
    expect(changes).toContainEqual({ id: 'own' })
    expect(changes.filter(({ id }) => id === 'direction.answer')).toHaveLength(2)
  })

  test.each(['chromium', 'firefox'])('%s: before and after an ICE restart', (browser) => {
    expect(ids(side(`${browser}/call.offer`), side(`${browser}/call.restart`))).toEqual(
      expect.arrayContaining(['restart', 'version']),
    )
  })

  test('the other browser’s answer: what fell away is counted by codec', () => {
    const changes = describeChanges(side('chromium/call.offer'), side('firefox/call.answer', 'answer'))
    const audio = changes.find(({ id, values }) => id === 'codecs.fewer' && values?.['mid'] === '0')
    expect(audio?.values?.['codecs']).toContain('red')
    expect(changes.some(({ id }) => id === 'extensions.fewer')).toBe(true)
  })

  test('a rejected section, another direction, nothing at all', () => {
    const make = (m: string, direction: string): ComparedDescription => ({
      type: 'offer',
      lines: readLines(`v=0\no=- 1 2 IN IP4 0.0.0.0\n${m}\na=mid:0\na=${direction}\n`),
    })
    const [live, dead] = [make('m=audio 9 X 0', 'sendrecv'), make('m=audio 0 X 0', 'inactive')]
    const quiet = make('m=audio 9 X 0', 'inactive')
    expect(describeChanges(live, quiet)).toEqual([
      { id: 'direction', values: { mid: '0', from: 'sendrecv', to: 'inactive' } },
    ])
    expect(describeChanges(live, dead)).toEqual([{ id: 'rejected', values: { mid: '0' } }])
    expect(describeChanges(dead, live)).toEqual([{ id: 'revived', values: { mid: '0' } }])
    expect(describeChanges(live, live)).toEqual([{ id: 'identical' }])
  })

  test('any two texts', () => {
    fc.assert(
      fc.property(anySdp, anySdp, (left, right) => {
        describeChanges(
          { type: 'offer', lines: readLines(left) },
          { type: 'answer', lines: readLines(right) },
        )
      }),
      { numRuns: 40 },
    )
  })
})
