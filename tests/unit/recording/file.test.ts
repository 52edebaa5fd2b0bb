import fc from 'fast-check'
import type * as v from 'valibot'
import { afterEach, describe, expect, it } from 'vitest'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import type { Call } from '../../../src/session/createCall'
import { createFakeCall, until } from '../../support/fakeCall'
import { EXAMPLE_IDS } from '../../../src/recording/exampleIds'
import { makeRecording } from '../../../src/recording/makeRecording'
import { MAX_BYTES, MAX_ENTRIES, MAX_TITLE } from '../../../src/recording/recording'
import type { Recording } from '../../../src/recording/recording'
import type { fileSchema } from '../../../src/recording/traceFile'
import { readRecording, readRecordingFile } from '../../../src/recording/readRecording'
import { writeRecording } from '../../../src/recording/writeRecording'
import { exampleText, openExample } from './examples'
import { connectedCall, MADE, recordingOf } from './recordedCall'

let call: Call | undefined

afterEach(() => call?.close())

/** A file as it is on the disk. */
type File = v.InferOutput<ReturnType<typeof fileSchema>>

function reopen(text: string): Recording {
  const result = readRecording(text)
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`)
  return result.recording
}

/** What XState adds to a snapshot, and what recording rounds, is not part of the state. */
const plain = (moments: readonly { caller: unknown; callee: unknown }[]) =>
  moments.map(({ caller, callee }) =>
    [caller, callee].map((end) => {
      const { context, value } = end as { context: unknown; value: unknown }
      return JSON.parse(JSON.stringify({ context, value })) as unknown
    }),
  )

describe('a log that this version cannot replay', () => {
  it.each([
    [
      'a delay of another name',
      { kind: 'clock', name: 'delay', data: { delay: 'renamed', state: 'caller.create-offer.running' } },
      'no state waits for delay {"delay":"renamed","state":"caller.create-offer.running"}',
    ],
    [
      'an actor of another name',
      { kind: 'rejected', name: 'run', step: 'renamed', data: { name: 'Error', message: '' } },
      'no state waits for rejected renamed',
    ],
  ])('is refused for %s, instead of replaying to another history', (_, body, detail) => {
    const file = JSON.parse(exampleText('chromium-connected')) as File
    const { conn, at } = file.trace[5]!
    const trace = file.trace.with(5, { seq: 5, at, conn, ...body })
    expect(readRecording(JSON.stringify({ ...file, trace }))).toEqual({
      ok: false,
      reason: 'impossible',
      detail: `trace.5: ${detail}`,
    })
  })

  it('is refused where it leads to other checkpoints than when it was recorded', () => {
    const file = JSON.parse(exampleText('chromium-connected')) as File
    const checkpoints = file.checkpoints.with(3, { ...file.checkpoints[3]!, index: 19 })
    expect(readRecording(JSON.stringify({ ...file, checkpoints }))).toMatchObject({
      ok: false,
      reason: 'impossible',
      detail: expect.stringContaining('checkpoints.3') as string,
    })
  })
})

describe('a recording', () => {
  it('replays to the very states that the live call went through', async () => {
    call = await connectedCall()
    const result = readRecording(writeRecording(recordingOf(call)))
    expect(result.ok && plain(result.snapshots)).toEqual(plain(call.snapshots()))
  })

  it('keeps an exception as its name and message', async () => {
    const fake = createFakeCall()
    call = fake.call
    fake.refuseMedia(new DOMException('Permission denied', 'NotAllowedError'))
    call.playback.next()
    await until(call, ({ turn }) => turn.tag === 'failed')
    const { log } = reopen(writeRecording(recordingOf(call)))
    expect(log.at(-1)?.event).toEqual({
      type: 'xstate.error.actor.capture-media',
      error: { name: 'NotAllowedError', message: 'Permission denied' },
    })
  })

  it('begins with the settings the call began with', async () => {
    ;({ call } = createFakeCall())
    call.controls.changeSettings({ media: 'test-pattern', trickle: false })
    call.playback.restart()
    call.controls.changeSettings({ trickle: true })
    const { settings, log } = reopen(writeRecording(recordingOf(call)))
    expect(settings).toMatchObject({ media: 'test-pattern', trickle: false })
    expect(log.filter(({ event }) => event.type === 'settings.change')).toHaveLength(2)
    await Promise.resolve()
  })

  it('is saved, opened and saved as the same bytes', async () => {
    call = await connectedCall()
    const first = writeRecording(recordingOf(call))
    expect(writeRecording(reopen(first))).toBe(first)
  })

  it('is the same bytes whatever its fields hold, and in whatever order they stood', () => {
    const title = fc
      .string({ unit: 'binary', minLength: 1, maxLength: MAX_TITLE })
      .filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(
        fc.constantFrom(...EXAMPLE_IDS),
        fc.nat(),
        fc.option(title),
        fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
        (id, cut, name, made) => {
          const { recording } = openExample(id)
          const { settings, log, browser } = recording
          const source = {
            script: HANDSHAKE_13,
            settings,
            log: log.slice(0, cut % (log.length + 1)),
            browser,
            made,
          }
          const text = writeRecording(makeRecording(name === null ? source : { ...source, title: name }))
          expect(writeRecording(reopen(text))).toBe(text)
          expect(writeRecording(reopen(JSON.stringify(reverseKeys(JSON.parse(text)))))).toBe(text)
        },
      ),
      { numRuns: 20 },
    )
  }, 60_000)
})

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  )
}

describe('a file that cannot be opened', () => {
  const text = exampleText('chromium-camera-refused')
  const data = () => JSON.parse(text) as File
  const reason = (file: string) => {
    const result = readRecording(file)
    return result.ok ? 'opened' : result.reason
  }

  it.each([
    ['empty', '', 'not-json'],
    ['a picture', '\u0089PNG\r\n', 'not-json'],
    ['cut off', text.slice(0, -100), 'cut-off'],
    ['another program’s', '{"log":{"version":"1.2","entries":[]}}', 'foreign'],
    ['a bare value', 'null', 'foreign'],
    ['of a later version', text.replace('"version": 2', '"version": 3'), 'newer'],
    ['of a later version of its script', text.replace('"version": 1', '"version": 2'), 'newer'],
    ['of a script not known yet', text.replace('handshake-13', 'lab-02'), 'newer'],
    ['of a script that is none', text.replace('handshake-13', '<b>'), 'damaged'],
    ['of a script before the first', text.replace('"version": 1', '"version": 0'), 'damaged'],
    ['of no version', text.replace('"version": 2', '"version": "two"'), 'damaged'],
    ['with a step that is none', text.replace('"step":"capture-media"', '"step":"hang-up"'), 'damaged'],
    ['without its step', text.replace(',"step":"capture-media"', ''), 'damaged'],
    [
      'with a third connection',
      JSON.stringify({ ...data(), connections: { x: { role: 'caller' } } }),
      'damaged',
    ],
    ['without its trace', JSON.stringify({ ...data(), trace: undefined }), 'damaged'],
    ['without its checkpoints', JSON.stringify({ ...data(), checkpoints: undefined }), 'damaged'],
    ['with a field too many', JSON.stringify({ ...data(), extra: 1 }), 'damaged'],
    [
      'with a strange event',
      JSON.stringify({ ...data(), trace: [{ ...data().trace[0], name: 'x' }] }),
      'damaged',
    ],
    ['with an event missing', JSON.stringify({ ...data(), trace: data().trace.slice(1) }), 'impossible'],
    [
      'longer than any call',
      JSON.stringify({ ...data(), trace: Array(MAX_ENTRIES + 1).fill({}) }),
      'too-large',
    ],
    ['huge', ' '.repeat(MAX_BYTES + 1), 'too-large'],
  ])('%s is refused by name', (_, file, expected) => {
    expect(reason(file)).toBe(expected)
  })

  it('says where it is damaged', () => {
    const trace = data().trace.map((event, index) => (index === 2 ? { ...event, at: 'soon' } : event))
    const result = readRecording(JSON.stringify({ ...data(), trace }))
    expect(result).toMatchObject({ ok: false, detail: expect.stringContaining('trace.2.at') as string })
  })

  it('says which field of an event is damaged', () => {
    const status = { kind: 'state', name: 'create', data: { signalingState: 'tired' } }
    const trace = data().trace.map((event, index) => (index === 2 ? { ...event, ...status } : event))
    const result = readRecording(JSON.stringify({ ...data(), trace }))
    expect(result).toMatchObject({
      ok: false,
      detail: expect.stringContaining('trace.2: status.signalingState') as string,
    })
  })

  it('is refused when it runs backwards in time', () => {
    const trace = data().trace.map((event, index) => ({ ...event, at: 100 - index }))
    expect(reason(JSON.stringify({ ...data(), trace }))).toBe('impossible')
  })

  it('is refused when a connection’s first report leaves states out', () => {
    const status = { kind: 'state', name: 'create', data: { signalingState: 'stable' } }
    const trace = [{ seq: 0, at: 0, conn: 'caller', ...status }]
    expect(reason(JSON.stringify({ ...data(), trace }))).toBe('impossible')
  })

  it('is not read at all when it is huge', async () => {
    const file = { size: MAX_BYTES + 1, text: () => Promise.reject(new Error('read')) } as unknown as Blob
    expect(await readRecordingFile(file)).toMatchObject({ ok: false, reason: 'too-large' })
  })

  it('is unreadable when the disk says so', async () => {
    const file = { size: 1, text: () => Promise.reject(new Error('gone')) } as unknown as Blob
    expect(await readRecordingFile(file)).toEqual({ ok: false, reason: 'unreadable', detail: 'gone' })
  })

  it('is refused for a field that is named like part of a prototype', () => {
    const press =
      '{"step":"add-tracks","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
    const head = JSON.stringify({ ...data(), trace: [] }).slice(0, -3)
    const line = `{"seq":0,"at":0,"conn":"caller","kind":"intent","name":"step.run","data":${press}}`
    const result = readRecording(`${head}[${line}]}`)
    // Such a key is an unknown field: the file is refused, and nothing of it is kept.
    expect(result).toMatchObject({ ok: false, reason: 'damaged' })
  })
})

it('keeps the date unchanged', () => {
  const { settings } = openExample('chromium-connected').recording
  expect(makeRecording({ script: HANDSHAKE_13, settings, log: [], browser: 'x', made: MADE }).made).toBe(
    MADE.toISOString(),
  )
})
