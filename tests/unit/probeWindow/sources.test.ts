import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDump } from '../../../src/diagnosis/readDump'
import { readProbeMessage } from '../../../src/probeWindow/probeMessage'
import type { ProbeMessage } from '../../../src/probeWindow/probeMessage'
import { createSources } from '../../../src/probeWindow/sources'

const HEADER = JSON.stringify({ fileFormat: 3, userAgent: 'Firefox/140.0', probe: 1, capture: false })
const ORIGIN = 'https://app.example'

function message(lines: unknown[], first = false, session = 'one'): ProbeMessage {
  const sent = { type: 'handshake-probe', version: 1, session, header: HEADER, first }
  const read = readProbeMessage({ ...sent, lines: lines.map((line) => JSON.stringify(line)) })
  if (read === null || read === 'unknown-version') throw new Error('not read')
  return read
}

test('what is no message of a probe is null, one of another version is told apart, and nothing throws', () => {
  expect(readProbeMessage({ type: 'handshake-probe', version: 2 })).toBe('unknown-version')
  expect(readProbeMessage({ type: 'other', version: 1 })).toBeNull()
  const one = { type: 'handshake-probe', version: 1, session: 'a', header: '{}' }
  expect(readProbeMessage({ ...one, session: '<b>' })).toBeNull()
  expect(readProbeMessage({ ...one, lines: ['x', 1, 'y'.repeat(300_001)] })).toMatchObject({ lines: ['x'] })
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (data, lines) => {
      readProbeMessage(data)
      const read = readProbeMessage({ ...one, lines })
      if (read !== null && read !== 'unknown-version') createSources().take(ORIGIN, read)
    }),
  )
})

test('any text as a line is kept as a line of a dump, or left out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.json())), async (lines) => {
      const sources = createSources()
      const read = readProbeMessage({ ...message([], true), lines }) as ProbeMessage
      sources.take(ORIGIN, read)
      const text = sources.textOf('one') ?? ''
      await readDump(new TextEncoder().encode(text))
      expect(text.trimEnd().split('\n')).toHaveLength(
        2 + (sources.list()[0]?.events ?? 0) + (sources.list()[0]?.samples ?? 0),
      )
    }),
    { numRuns: 50 },
  )
})

test('lines of one source are a dump with its role, its times and without what was not watched', async () => {
  const sources = createSources()
  sources.take(
    ORIGIN,
    message([['create', 'caller-1', {}, { role: 'caller' }, ORIGIN, 1_700_000_000_000]], true),
  )
  sources.take(ORIGIN, message([['onsignalingstatechange', 'caller-1', 'have-local-offer', 250]]))
  const reading = await readDump(new TextEncoder().encode(sources.textOf('one') ?? ''))
  if (!('dump' in reading)) throw new Error(reading.problem)
  const { connections, lines, covers, dialect } = reading.dump
  expect(dialect).toBe('Handshake')
  expect(connections).toMatchObject([{ id: 'caller-1', role: 'caller', page: `${ORIGIN}/` }])
  expect(lines.map(({ name, at }) => [name, at])).toEqual([
    ['create', 1_700_000_000_000],
    ['onsignalingstatechange', 1_700_000_000_250],
  ])
  expect(covers).not.toContain('capture')
  expect(covers).not.toContain('playback')
})

test('a session that begins again replaces what it had; another origin cannot take its place', () => {
  const sources = createSources()
  sources.take(ORIGIN, message([['close', 'pc-1', null, 1]], true))
  expect(sources.take('https://evil.example', message([['close', 'pc-1', null, 1]], true))).toBe(false)
  expect(sources.take('https://evil.example', message([['close', 'pc-1', null, 1]]))).toBe(false)
  sources.take(ORIGIN, message([['close', 'pc-1', null, 1]], true))
  expect(sources.list()).toMatchObject([{ origin: ORIGIN, events: 1, samples: 0 }])
})

test('a long call loses old statistics, no events and no time, and its copy for another window is equal', () => {
  const sources = createSources()
  sources.take(ORIGIN, message([['create', 'pc-1', {}, 1_700_000_000_000]], true))
  for (let n = 0; n < 2_000; n += 1) sources.take(ORIGIN, message([['getStats', 'pc-1', {}, 1_000]]))
  sources.take(ORIGIN, message([['close', 'pc-1', null, 1_000]]))
  const [source] = sources.list()
  expect(source?.events).toBe(2)
  expect(source?.samples).toBeLessThanOrEqual(600)
  const times = (sources.textOf('one') ?? '')
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => (JSON.parse(line) as unknown[]).at(-1) as number)
  expect(times.reduce((sum, one) => sum + one, 0)).toBe(1_700_000_000_000 + 2_001_000)

  const copy = createSources()
  for (const one of sources.messagesOf('one')) copy.take(one.origin, one.message)
  expect(copy.textOf('one')).toBe(sources.textOf('one'))
})
