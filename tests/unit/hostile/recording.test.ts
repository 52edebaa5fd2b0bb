import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { fileName } from '../../../src/recording/fileName'
import { readRecording, readRecordingFile } from '../../../src/recording/readRecording'
import type { Recording } from '../../../src/recording/recording'
import { redactRecording } from '../../../src/recording/redactRecording'
import { cloneable, hostileText, PUMPS } from './arbitraries'

// A pattern or a reader that hangs would need hours; a busy machine needs some seconds.
vi.setConfig({ testTimeout: 120_000 })

const RECORDING = {
  format: 'handshake-recording',
  version: 2,
  script: { id: 'handshake-13', version: 1 },
  connections: { caller: { role: 'caller' }, callee: { role: 'callee' } },
  made: '2026-11-25T16:28:14.322Z',
  browser: 'Firefox 153',
  redacted: false,
  settings: DEFAULT_SETTINGS,
  checkpoints: [{ index: 0, step: null, phase: 'steps', failed: false }],
  trace: [] as object[],
}

/** The first event of an end. */
const START = { seq: 0, at: 0, conn: 'callee', kind: 'clock', name: 'start', data: null }

const read = (change: object) => readRecording(JSON.stringify({ ...RECORDING, ...change }))

test('a file is as it should be, so that each of the following is refused for its one fault', () => {
  expect(read({})).toMatchObject({ ok: true })
})

test.each([
  ['of 20 MB and one byte', ' '.repeat(20_000_001), 'too-large'],
  ['of a million brackets', '['.repeat(1_000_000), 'not-json'],
  ['that nests a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /foreign|not-json/],
  ['of nothing', '', 'not-json'],
  ['of null', 'null', 'foreign'],
  ['of bytes', '\0\uD800\uFFFF', 'not-json'],
  ['with a deep nest for a title', JSON.stringify(RECORDING).replace('{', `{"title":${'['.repeat(5_000)}${']'.repeat(5_000)},`), 'damaged'], // prettier-ignore
] as const)('a file %s is refused', (_, text, reason) => {
  const result = readRecording(text)
  expect(result).toMatchObject({ ok: false, detail: expect.any(String) })
  expect('reason' in result ? result.reason : '').toMatch(reason)
})

test.each([
  ['a day that is none', { made: '2026-02-30T00:00:00.000Z' }, 'damaged'],
  ['an hour that is none', { made: '2026-01-01T24:61:00.000Z' }, 'damaged'],
  ['another way to write a time', { made: 'Thu, 01 Jan 2026' }, 'damaged'],
  ['a version from the future', { version: 1e308 }, 'newer'],
  ['a version before the first', { version: -1 }, 'damaged'],
  ['a version in words', { version: '1' }, 'damaged'],
  ['too many events', { trace: Array.from({ length: 4_001 }, () => 0) }, 'too-large'],
  ['a trace that is a text', { trace: '[]' }, 'damaged'],
  ['an own prototype', JSON.parse('{"__proto__":{"trace":[]}}') as object, 'damaged'],
  ['events out of order', { trace: [{ ...START, seq: 1 }] }, 'impossible'],
  ['data of a form that its event has not', { trace: [{ ...START, kind: 'event', name: 'ontrack' }] }, 'damaged'], // prettier-ignore
  ['data that its event has no place for', { trace: [{ ...START, data: { deep: {} } }] }, 'damaged'],
  ['a kind that is none', { trace: [{ ...START, kind: 'rumour' }] }, 'damaged'],
  ['a name that is none', { trace: [{ ...START, name: 'stop' }] }, 'damaged'],
  ['checkpoints that it does not lead to', { checkpoints: [] }, 'impossible'],
  ['a checkpoint too many', { checkpoints: [0, 1].map((index) => ({ ...RECORDING.checkpoints[0], index })) }, 'impossible'], // prettier-ignore
  ['a name of ten thousand letters', { browser: 'x'.repeat(10_000) }, 'damaged'],
])('a recording with %s is refused', (_, change, reason) => {
  expect(read(change)).toMatchObject({ ok: false, reason })
})

test('anything in the place of any field is refused, or is what it should be; the reason stays short', () => {
  const field = fc.constantFrom(...Object.keys(RECORDING), 'title', '__proto__', 'constructor')
  fc.assert(
    fc.property(field, fc.oneof(hostileText, cloneable), (key, value) => {
      const text = JSON.stringify({ ...RECORDING, [key]: value }, (_key, part: unknown) =>
        typeof part === 'bigint' ? String(part) : part,
      )
      const result = readRecording(text)
      if (result.ok) expect(new Date(result.recording.made).getTime()).not.toBeNaN()
      else expect(result.detail.length).toBeLessThanOrEqual(200)
    }),
    { numRuns: 300 },
  )
})

test('a file that cannot be read is refused as such', async () => {
  const broken = { size: 1, text: () => Promise.reject(new Error('gone')) } as unknown as Blob
  expect(await readRecordingFile(broken)).toEqual({ ok: false, reason: 'unreadable', detail: 'gone' })
  // The content is not even read.
  const huge = { size: 1e12, text: () => Promise.reject(new Error('read')) } as unknown as Blob
  expect(await readRecordingFile(huge)).toMatchObject({ reason: 'too-large' })
})

test('whatever browser a recording names, its file has a name that every system takes', () => {
  fc.assert(
    fc.property(hostileText, (browser) => {
      const name = fileName({ ...RECORDING, browser } as unknown as Recording)
      expect(name).toMatch(/^handshake-[\d-]+T[\d-]+-[a-z\d-]*\.json$/)
    }),
  )
})

test('a description of any 256 KB is redacted without a hang', () => {
  for (const sdp of PUMPS) {
    const description = { type: 'offer', sdp }
    const trace = [START, { ...START, seq: 1, kind: 'signal', name: 'description', data: description }]
    // An offer that has arrived was sent, whoever sent it.
    const sent = { index: 2, step: 'send-offer', phase: 'steps', failed: false }
    const result = read({ trace, checkpoints: [...RECORDING.checkpoints, sent] })
    if (!result.ok) throw new Error(result.detail)
    try {
      expect(redactRecording(result.recording).redacted).toBe(true)
    } catch (error) {
      // Placeholders may be longer than the original; then the form reports that nothing was saved.
      expect(String(error)).toContain('Invalid length')
    }
  }
})
