import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointsOf } from '../../../machines/checkpoints'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import type { StepId } from '../../../machines/steps'
import { openProblems } from '../../../src/i18n/messages/recordings'
import { EXAMPLE_IDS } from '../../../src/recording/exampleIds'
import type { ExampleId } from '../../../src/recording/exampleIds'
import { MAX_BYTES, MAX_ENTRIES } from '../../../src/recording/recording'
import type { Recording } from '../../../src/recording/recording'
import { readRecording } from '../../../src/recording/readRecording'
import { writeRecording } from '../../../src/recording/writeRecording'
import { toEntry } from '../../../src/trace/toLog'
import type { TraceEvent } from '../../../src/trace/traceEvent'
import { CANDIDATE, runOf } from '../../support/callLog'
import type { EventAtEnd } from '../../support/callLog'
import { exampleText, exampleV1, openExample } from './examples'

interface PlainEntry {
  seq: number
  event: { type: string; step?: unknown }
}
type Plain = Record<string, unknown> & { log: PlainEntry[] }
const parse = (text: string) => JSON.parse(text) as Plain

function open(text: string): Recording {
  const result = readRecording(text)
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`)
  return result.recording
}

/** A file of version 1 with this log; its intents name no step. */
function fileV1(told: readonly EventAtEnd[]): string {
  const { log: _, ...head } = parse(exampleV1('chromium-connected'))
  const log = told.map(([end, event], seq) => {
    const { step: _2, ...old } = { step: null, ...event }
    return { seq, at: seq, end, event: old }
  })
  return JSON.stringify({ ...head, settings: DEFAULT_SETTINGS, log })
}

const stepsOf = (recording: Recording) =>
  recording.log.flatMap(({ event }) => ('step' in event ? [event.step] : []))

describe.each(EXAMPLE_IDS)('%s of version 1', (id: ExampleId) => {
  it('becomes the shipped file when it is opened and saved', () => {
    expect(writeRecording(open(exampleV1(id)))).toBe(exampleText(id))
  })

  it('gets its first lines and the step of each press, and nothing else changes', () => {
    const old = parse(exampleV1(id))
    const { script, connections, checkpoints, trace, ...head } = parse(exampleText(id))
    expect(script).toEqual({ id: 'handshake-13', version: 1 })
    expect(connections).toEqual({ caller: { role: 'caller' }, callee: { role: 'callee' } })
    expect(checkpoints).toEqual(checkpointsOf(HANDSHAKE_13, openExample(id).snapshots))
    const log = (trace as TraceEvent[]).map(toEntry) as Plain['log']
    const presses = log.filter(({ event }) => event.type.startsWith('step.'))
    expect(presses.length).toBeGreaterThan(0)
    for (const { event } of presses) {
      expect(event.step).toBeTypeOf('string')
      delete event.step
    }
    expect({ ...head, version: 1, log }).toEqual(old)
  })
})

describe('the upgrade from version 1', () => {
  it('names a second press in step 5 as that step, which it left, and the next as step 6', () => {
    const settings: EventAtEnd = ['caller', { type: 'settings.change', settings: { trickle: false } }]
    const before: StepId[] = ['capture-media', 'add-tracks', 'create-offer', 'set-local-offer']
    const ran = before.flatMap((step): EventAtEnd[] => [
      runOf(step),
      ['caller', { type: `xstate.done.actor.${step}`, ...outputOf(step) }],
    ])
    const presses = ['gather-candidates', 'gather-candidates', 'send-offer'] as const
    const recording = open(fileV1([settings, ...ran, ...presses.map((step) => runOf(step))]))
    expect(stepsOf(recording)).toEqual([...before, ...presses])
    expect(writeRecording(open(writeRecording(recording)))).toBe(writeRecording(recording))
  })

  it('names a press after the last step as that step, which is over', () => {
    const text = parse(exampleV1('chromium-connected'))
    const last = text.log.at(-1)!
    const stray = { ...last, seq: last.seq + 1, end: 'callee', event: { type: 'step.run' } }
    const opened = readRecording(JSON.stringify({ ...text, log: [...text.log, stray] }))
    if (!opened.ok) throw new Error(opened.detail)
    expect(opened.recording.log.at(-1)?.event).toEqual({ type: 'step.run', step: 'send-answer' })
    const [before, after] = opened.snapshots.slice(-2)
    expect(after?.callee.value).toEqual(before?.callee.value)
  })

  it.each([
    ['with a step, which version 1 did not have', (text: string) => text.replace('"step.run"', '"step.run","step":"add-tracks"')], // prettier-ignore
    ['with a script', (text: string) => text.replace('"version": 1', '"version": 1, "script": {}')],
    ['without its log', (text: string) => JSON.stringify({ ...parse(text), log: undefined })],
  ])('refuses a file of version 1 %s', (_, change) => {
    expect(readRecording(change(exampleV1('chromium-camera-refused')))).toMatchObject({
      ok: false,
      reason: 'damaged',
    })
  })

  it('never throws, whatever the entries of a well-formed file say', () => {
    const entry = fc.constantFrom(...parse(exampleV1('firefox-ice-repaired')).log)
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const log = entries.map((one, seq) => ({ ...one, seq, at: seq }))
        const result = readRecording(JSON.stringify({ ...parse(exampleV1('firefox-connected')), log }))
        expect(result.ok || result.reason === 'impossible').toBe(true)
        if (result.ok) expect(readRecording(writeRecording(result.recording)).ok).toBe(true)
      }),
    )
  })
})

describe('what cannot be opened', () => {
  /** Recordings that no reader returns: each fault is one that the reader refuses, or none. */
  const faults: Record<string, (recording: Recording) => unknown> = {
    none: (recording) => recording,
    'a seq twice': ({ log, ...rest }) => ({ ...rest, log: log.map((entry) => ({ ...entry, seq: 0 })) }),
    'a time that runs back': ({ log, ...rest }) => ({
      ...rest,
      log: log.map((entry) => ({ ...entry, at: 1_000_000 - entry.seq })),
    }),
    'an unknown timer': ({ log, ...rest }) => ({
      ...rest,
      log: log.map((entry) => ({ ...entry, event: { type: 'xstate.after.renamed.caller' } })),
    }),
    'too many entries': ({ log, ...rest }) => ({
      ...rest,
      log: Array.from({ length: MAX_ENTRIES + 1 }, (_, seq) => ({ ...log[0], seq })),
    }),
    'a first report that is not whole': ({ log, ...rest }) => ({
      ...rest,
      log: log.map((entry) => ({ ...entry, event: { type: 'pc.changed', cause: 'x', status: {} } })),
    }),
    'another script': (recording) => ({ ...recording, script: { id: 'lab-02', version: 1 } }),
    'a long title': (recording) => ({ ...recording, title: 'x'.repeat(121) }),
    'an empty title': (recording) => ({ ...recording, title: '' }),
    'a run without a step': ({ log, ...rest }) => ({
      ...rest,
      log: log.map((entry) => ({ ...entry, event: { type: 'step.run' } })),
    }),
  }

  it.each(Object.keys(faults))('is never written: %s', (fault) => {
    const { recording } = openExample('chromium-connected')
    const odd = faults[fault]!({ ...recording, log: recording.log.slice(0, 30) }) as Recording
    if (fault === 'none') expect(readRecording(writeRecording(odd)).ok).toBe(true)
    else expect(() => writeRecording(odd)).toThrow()
  })

  it('is refused by the writer, or taken by the reader', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EXAMPLE_IDS),
        fc.constantFrom(...Object.keys(faults)),
        fc.integer({ min: 2, max: 60 }),
        fc.array(fc.constantFrom(...Object.keys(faults)), { maxLength: 2 }),
        (id, fault, length, more) => {
          const { recording } = openExample(id)
          const short = { ...recording, log: recording.log.slice(0, length) }
          const odd = [fault, ...more].reduce((one, name) => faults[name]!(one) as Recording, short)
          let text: string
          try {
            text = writeRecording(odd)
          } catch {
            return
          }
          expect(readRecording(text).ok).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  it('is too large by its bytes, not by its letters', () => {
    const sdp = '\u6c49'.repeat(250_000)
    const { log: _, ...head } = openExample('chromium-connected').recording
    const log = Array.from({ length: 28 }, (_1, seq) => ({
      seq,
      at: seq,
      end: 'callee' as const,
      event: { type: 'signal.description' as const, description: { type: 'offer' as const, sdp } },
    }))
    expect(JSON.stringify(log).length).toBeLessThan(MAX_BYTES)
    expect(() => writeRecording({ ...head, log })).toThrow(RangeError)
  })

  it('because it is of a later version says so in both languages, with the way out', () => {
    expect(openProblems.newer.zh).toMatch(/更新|新版/)
    expect(openProblems.newer.en).toMatch(/reload|update/i)
  })
})

function outputOf(step: StepId) {
  if (step === 'capture-media') return { output: { source: 'camera', tracks: [] } }
  return step === 'create-offer' ? { output: { type: 'offer', sdp: CANDIDATE.candidate } } : {}
}
