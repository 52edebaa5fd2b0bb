import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLab, readLabFile } from '../../../src/labs/readLab'
import { readLabFile as stored } from '../../support/labFiles'

const file = () => ({
  format: 'handshake-lab',
  version: 1,
  lab: stored('no-tracks', 'lab') as Record<string, unknown>,
  zh: stored('no-tracks', 'zh'),
  en: stored('no-tracks', 'en'),
})

test('opens a lab of this app as a file', () => {
  const read = readLab(JSON.stringify(file()))
  expect(read).toMatchObject({ ok: true, lab: { lab: { id: 'no-tracks' } } })
})

test('one language stands for both', () => {
  const { zh: _zh, ...rest } = file()
  const read = readLab(JSON.stringify(rest))
  expect(read.ok && read.lab.words.zh).toEqual(rest.en)
})

test.each([
  ['too-large', ' '.repeat(200_001)],
  ['not-json', '{'],
  ['foreign', '{}'],
  ['foreign', 'null'],
  ['newer', JSON.stringify({ ...file(), version: 2 })],
  ['damaged', JSON.stringify({ ...file(), more: 1 })],
  ['damaged', JSON.stringify({ ...file(), lab: { ...file().lab, goals: [] } })],
  ['damaged', JSON.stringify({ ...file(), lab: { ...file().lab, solutions: [] } })],
  ['damaged', JSON.stringify({ format: 'handshake-lab', version: 1, lab: file().lab })],
] as const)('is refused: %s', (reason, text) => {
  expect(readLab(text)).toMatchObject({ ok: false, reason })
})

test('a lab cannot make the browser talk to a server of its choice', () => {
  const create = {
    end: 'caller',
    run: { call: 'create', configuration: { iceServers: [{ urls: 'stun:x' }] } },
  }
  const text = JSON.stringify({ ...file(), lab: { ...file().lab, setUp: [create] } })
  expect(readLab(text)).toEqual({ ok: false, reason: 'damaged', detail: 'iceServers' })
})

test('conditions that stand in each other without end are refused', () => {
  const { lab, ...rest } = file()
  for (const depth of [20, 20_000]) {
    const deep = `${'{"not":'.repeat(depth)}{"end":"caller","text":""}${'}'.repeat(depth)}`
    const text = JSON.stringify({ ...rest, lab: { ...lab, forbidden: [{ id: 'deep', when: 'HERE' }] } })
    const read = readLab(text.replace('"HERE"', deep))
    expect(read).toMatchObject({ ok: false, reason: 'damaged' })
  }
})

test('a file that cannot be read is refused', async () => {
  const broken = { size: 1, text: () => Promise.reject(new Error('gone')) } as unknown as Blob
  expect(await readLabFile(broken)).toEqual({ ok: false, reason: 'unreadable', detail: 'gone' })
})

test('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((lab) => JSON.stringify({ ...file(), lab })),
      ),
      (text) => {
        expect(readLab(text).ok).toBe(false)
      },
    ),
    { numRuns: 300 },
  )
})

test('a lab with any one part replaced is opened whole or refused with a reason', () => {
  const paths = pathsOf(file())
  fc.assert(
    fc.property(fc.nat(paths.length - 1), fc.jsonValue({ maxDepth: 2 }), (index, value) => {
      const changed = replaceAt(file(), paths[index]!, value)
      const read = readLab(JSON.stringify(changed))
      expect(read.ok || read.reason).toBeTruthy()
    }),
    { numRuns: 500 },
  )
})

/** The path of every value in a file. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]]
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  const slots = copy as Record<string, unknown>
  slots[key] = replaceAt(slots[key], rest, by)
  return copy
}
