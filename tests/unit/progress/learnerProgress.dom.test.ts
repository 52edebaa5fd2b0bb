import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { dueQuestions, withLabBegun, withLabReviewed, withLabSolved } from '../../../src/progress/labProgress'
import {
  NO_PROGRESS,
  readProgress,
  sumOf,
  withPrediction,
  withRead,
  withSteps,
  writeProgress,
} from '../../../src/progress/learnerProgress'
import { createProgress } from '../../../src/progress/progressStore'

describe('reading what was kept', () => {
  it('never throws, and gives a whole progress for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { version, steps, read, predictions } = readProgress(text)
        expect(version).toBe(1)
        expect(Array.isArray(steps) && Array.isArray(read)).toBe(true)
        expect(typeof predictions).toBe('object')
      }),
    )
  })

  it('never throws for something shaped like progress with any values in it', () => {
    const fields = fc.record(
      {
        version: fc.constantFrom(0, 1, 2, '1'),
        steps: fc.jsonValue(),
        read: fc.jsonValue(),
        predictions: fc.jsonValue(),
        last: fc.jsonValue(),
        labs: fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())),
        lab: fc.jsonValue(),
      },
      { requiredKeys: ['version'] },
    )
    fc.assert(
      fc.property(fields, (value) => {
        const progress = readProgress(JSON.stringify(value))
        expect(() =>
          sumOf(withPrediction(withRead(withSteps(progress, ['add-tracks']), 'a'), 'b', true)),
        ).not.toThrow()
      }),
    )
  })

  it.each([
    ['nothing', null],
    ['a later version', JSON.stringify({ ...NO_PROGRESS, version: 2, steps: ['add-tracks'] })],
    ['half a file', '{"version":1,"steps":['],
  ])('counts %s as no progress', (_, text) => {
    expect(readProgress(text)).toEqual(NO_PROGRESS)
  })

  it('drops a field that is broken and keeps the others', () => {
    const kept = {
      version: 1,
      steps: ['add-tracks'],
      read: 7,
      predictions: { a: { right: -1, wrong: 0 } },
      last: 'no-step',
    }
    expect(readProgress(JSON.stringify(kept))).toEqual({ ...NO_PROGRESS, steps: ['add-tracks'] })
  })

  it('drops an item that is broken and keeps the others', () => {
    const kept = {
      ...NO_PROGRESS,
      steps: ['add-tracks', 'a-step-of-tomorrow', 7],
      read: ['lesson:connected', null],
      predictions: { a: { right: 1, wrong: 0 }, b: 'no tally' },
    }
    expect(readProgress(JSON.stringify(kept))).toEqual({
      ...NO_PROGRESS,
      steps: ['add-tracks'],
      read: ['lesson:connected'],
      predictions: { a: { right: 1, wrong: 0 } },
    })
  })

  it('gives back what was written', () => {
    const progress = withPrediction(
      withRead(withSteps(NO_PROGRESS, ['capture-media', 'add-tracks']), 'lesson:connected'),
      'q',
      false,
    )
    expect(readProgress(JSON.stringify(progress))).toEqual(progress)
  })
})

describe('writing beside another version of the app', () => {
  it('leaves alone what a later version wrote', () => {
    expect(writeProgress(NO_PROGRESS, JSON.stringify({ version: 2, steps: {} }))).toBeNull()
  })

  it('keeps the steps and fields that it does not know', () => {
    const kept = { ...NO_PROGRESS, steps: ['add-tracks', 'a-step-of-tomorrow'], badges: ['x'] }
    const progress = withSteps(readProgress(JSON.stringify(kept)), ['create-offer'])
    expect(JSON.parse(writeProgress(progress, JSON.stringify(kept)) ?? '')).toEqual({
      ...kept,
      steps: ['add-tracks', 'create-offer', 'a-step-of-tomorrow'],
      last: 'create-offer',
    })
  })

  it.each([null, '', '[]', 'no json', '7'])('begins afresh over %j', (kept) => {
    expect(writeProgress(NO_PROGRESS, kept)).toBe(JSON.stringify(NO_PROGRESS))
  })

  it('never throws, and what it writes is read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
        const written = writeProgress(withRead(NO_PROGRESS, 'a'), kept)
        if (written !== null) expect(readProgress(written).read).toEqual(['a'])
      }),
    )
  })
})

describe('what is counted', () => {
  it('counts a step once, and knows where the last call stood', () => {
    const once = withSteps(NO_PROGRESS, ['capture-media'])
    expect(withSteps(once, ['capture-media'])).toBe(once)
    expect(withSteps(once, ['add-tracks'])).toMatchObject({
      steps: ['capture-media', 'add-tracks'],
      last: 'add-tracks',
    })
  })

  it('counts every guess, right and wrong apart', () => {
    const progress = [true, false, true].reduce(
      (before, isRight) => withPrediction(before, 'q', isRight),
      NO_PROGRESS,
    )
    expect(progress.predictions['q']).toEqual({ right: 2, wrong: 1 })
    expect(sumOf(progress)).toEqual({ right: 2, wrong: 1 })
  })
})

describe('the store', () => {
  let kept: Map<string, string>

  beforeEach(() => {
    kept = new Map()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
  })

  it('offers to go on where the last visit stopped, until a step runs or the offer is declined', () => {
    createProgress().ranSteps(['capture-media', 'add-tracks', 'create-offer'])

    const next = createProgress()
    expect(next.resumable.value).toBe('create-offer')
    next.ranSteps(['capture-media'])
    expect(next.resumable.value).toBeNull()

    createProgress().ranSteps(['add-tracks'])
    const other = createProgress()
    expect(other.resumable.value).toBe('add-tracks')
    other.declineResume()
    expect(createProgress().resumable.value).toBeNull()
    expect(createProgress().progress.value.steps).toHaveLength(3)
  })

  it('offers nothing after the first step or after the last', () => {
    createProgress().ranSteps(['capture-media'])
    expect(createProgress().resumable.value).toBeNull()
    createProgress().ranSteps(['set-remote-answer'])
    expect(createProgress().resumable.value).toBeNull()
  })

  it('keeps what another tab wrote meanwhile', () => {
    const [one, other] = [createProgress(), createProgress()]
    one.finishedReading('lesson:connected')
    other.finishedReading('lesson:hang-up')
    expect(createProgress().progress.value.read).toEqual(['lesson:connected', 'lesson:hang-up'])
  })

  it('erases everything on request', () => {
    const store = createProgress()
    store.judged('q', true)
    store.erase()
    expect(store.progress.value).toEqual(NO_PROGRESS)
    expect([...kept]).toEqual([])
  })

  it('counts this visit where the browser keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined)
    const store = createProgress()
    store.judged('q', true)
    store.judged('q', false)
    expect(store.progress.value.predictions['q']).toEqual({ right: 1, wrong: 1 })
    store.erase()
    expect(store.progress.value).toEqual(NO_PROGRESS)
  })

  it('of a later version is not overwritten, and this visit still counts', () => {
    const later = JSON.stringify({ version: 2, steps: ['add-tracks'] })
    kept.set('handshake.progress', later)
    const store = createProgress()
    store.ranSteps(['capture-media'])
    store.ranSteps(['add-tracks'])
    expect(store.progress.value.steps).toEqual(['capture-media', 'add-tracks'])
    expect([...kept.values()]).toEqual([later])
  })
})

describe('labs', () => {
  it('keeps the marks of every run, and the fewest actions', () => {
    const once = withLabSolved(withLabBegun(NO_PROGRESS, 'a'), 'a', ['solved', 'unaided'], 9)
    expect(once).toMatchObject({ lab: null, labs: { a: { marks: ['solved', 'unaided'], actions: 9 } } })
    const again = withLabSolved(once, 'a', ['solved', 'within-par'], 4)
    expect(again.labs['a']).toEqual({ marks: ['solved', 'unaided', 'within-par'], actions: 4, reviewed: [] })
    expect(withLabSolved(again, 'a', ['solved'], 12).labs['a']?.actions).toBe(4)
    expect(readProgress(writeProgress(again, null))).toEqual(again)
  })

  it('asks about a lab only once another was solved, and never twice the same', () => {
    const first = withLabSolved(NO_PROGRESS, 'a', ['solved'], 1)
    expect(dueQuestions(first, 3)).toEqual([])
    const second = withLabSolved(first, 'b', ['solved'], 1)
    expect(dueQuestions(second, 2)).toEqual([
      { lab: 'a', question: 0 },
      { lab: 'a', question: 1 },
    ])
    expect(dueQuestions(withLabReviewed(second, 'a', 0), 2)).toEqual([{ lab: 'a', question: 1 }])
  })

  it('does not begin a lab again that is solved', () => {
    const solved = withLabSolved(NO_PROGRESS, 'a', ['solved'], 1)
    expect(withLabBegun(solved, 'a').lab).toBeNull()
    expect(withLabBegun(solved, 'b').lab).toBe('b')
  })

  it('skips a lab that is unreadable', () => {
    const kept = {
      ...NO_PROGRESS,
      labs: { a: { marks: [7], actions: 1, reviewed: [] }, b: { marks: [], actions: 1, reviewed: [0] } },
    }
    expect(Object.keys(readProgress(JSON.stringify(kept)).labs)).toEqual(['b'])
  })
})
