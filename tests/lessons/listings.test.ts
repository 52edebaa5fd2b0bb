import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { STEPS } from '../../machines/steps'
import { CONCEPT_LISTINGS, HANG_UP, PERFECT, programOf, STEP_LISTINGS, stepSource } from '../support/programs'

const ALL = [...STEP_LISTINGS, ...CONCEPT_LISTINGS]

/** What tests/browser/listings.spec.ts and tests/browser/wholeCall.spec.ts run. */
const RUN = new Set([...programOf('caller'), ...programOf('callee'), ...HANG_UP, ...PERFECT])

describe('the listings of the lessons', () => {
  test('are run by a browser test, or marked as excerpts', () => {
    const loose = ALL.filter(
      (listing) => listing.mark !== 'excerpt' && listing.language !== 'listing' && !RUN.has(listing),
    )
    expect(loose.map(({ page, code }) => `${page}: ${code}`)).toEqual([])
  })

  test('are excerpts on these pages only, so many on each', () => {
    const counts = new Map<string, number>()
    for (const { page, mark } of ALL) {
      if (mark === 'excerpt') counts.set(page, (counts.get(page) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      'data-channels': 2,
      ice: 1,
      media: 2,
      sdp: 1,
      signaling: 1,
      'stun-turn': 1,
    })
  })

  test('of a program are JavaScript', () => {
    expect([...RUN].filter(({ language }) => language !== 'js')).toEqual([])
  })
})

/** The statements of the strip above the evidence, and the lines of a lesson, without declarations of names. */
const statements = (code: string) => code.split('; ')
const lines = (source: string) => source.split('\n').map((line) => line.trim().replace(/^(?:const|let) /, ''))

describe.each(STEPS)('the strip of $id', (step) => {
  test('shows lines of the listing where they stand', () => {
    const source = stepSource('attached' in step && step.attached !== 'start' ? step.attached : step.id)
    expect(lines(source)).toEqual(expect.arrayContaining(statements(step.code)))
  })
})

describe('handlers', () => {
  const NAMES = ['ontrack', 'onicecandidate', 'onconnectionstatechange']

  test.each(['caller', 'callee'] as const)('of the %s are attached before what they wait for', (end) => {
    const source = programOf(end)
      .map(({ code }) => code)
      .join('\n')
    const created = source.indexOf('new RTCPeerConnection')
    const firstAwait = source.indexOf('await pc.', created)
    for (const name of NAMES) {
      const attached = source.indexOf(`pc.${name} =`)
      expect(attached, name).toBeGreaterThan(created)
      expect(attached, name).toBeLessThan(firstAwait)
    }
    expect(source.indexOf('signaling.onmessage =')).toBeLessThan(source.indexOf('getUserMedia'))
  })

  test('that a strip only names are attached where it says', () => {
    const attached = STEPS.flatMap((step) => ('attached' in step ? [[step.id, step.attached]] : []))
    expect(attached).toEqual([
      ['gather-candidates', 'add-tracks'],
      ['receive-answer', 'start'],
    ])
    expect(stepSource('add-tracks')).toContain('pc.onicecandidate =')
    expect(stepSource('start')).toContain('signaling.onmessage =')
  })
})

test('the whole call has 60 lines at most', () => {
  const count = (name: string) => readFileSync(`lessons/code/${name}`, 'utf8').trimEnd().split('\n').length
  expect(count('caller.js') + count('callee.js')).toBeLessThanOrEqual(60)
})
