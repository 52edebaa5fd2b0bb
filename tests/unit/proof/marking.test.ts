import { expect, test } from 'vitest'
import { fill } from '../../../src/i18n/i18n'
import { csvRows, sortRows } from '../../../src/features/proof/markingRows'
import { countWords, markFiles } from '../../../src/proof/marking'
import { writeCertificate } from '../../../src/proof/writeCertificate'
import type { HandIn } from '../../../src/proof/writeCertificate'
import { exampleRecording, handInOf } from './certificates'

async function fileOf(path: string, change: Partial<HandIn>) {
  const { file } = await writeCertificate(handInOf(change))
  return { path, blob: new Blob([file]) }
}

const CALL = exampleRecording()
/** The same call, saved earlier and under another name. */
const SHORT = { ...CALL, title: 'mine', log: CALL.log.slice(0, 60) }

test('a folder becomes a table; what cannot be read is listed with its reason', async () => {
  const counts: number[] = []
  const { marked, unread } = await markFiles(
    [
      await fileOf('a.json', { name: 'Ann', recording: CALL }),
      await fileOf('b.json', { name: 'Bo', explanation: '', progress: { ...handInOf().progress, labs: {} } }),
      { path: 'c.txt', blob: new Blob(['hello']) },
    ],
    (done) => counts.push(done),
  )
  expect(counts).toEqual([1, 2, 3])
  expect(unread).toEqual([expect.objectContaining({ file: 'c.txt', reason: 'not-json' })])
  expect(marked).toEqual([
    expect.objectContaining({
      file: 'a.json',
      name: 'Ann',
      solved: ['no-tracks', 'lost-answer'],
      unaided: 1,
      right: 2,
      wrong: 1,
      hash: 'right',
      recording: 'connected',
      sameCall: [],
    }),
    expect.objectContaining({ name: 'Bo', solved: [], explanation: '', recording: null }),
  ])
})

test('the same call is found though it was renamed and cut; another call is not', async () => {
  const { marked } = await markFiles([
    await fileOf('a.json', { recording: CALL }),
    await fileOf('b.json', { recording: SHORT }),
    await fileOf('c.json', { recording: exampleRecording('firefox-connected') }),
    await fileOf('d.json', {}),
    await fileOf('e.json', {}),
  ])
  expect(Object.fromEntries(marked.map(({ file, sameCall }) => [file, sameCall]))).toEqual({
    'a.json': ['b.json'],
    'b.json': ['a.json'],
    'c.json': [],
    'd.json': [],
    'e.json': [],
  })
})

test('the same call is found by its fingerprints, though its times were changed', async () => {
  const secret = exampleRecording('chromium-connected', true)
  const later = { ...secret, log: secret.log.map((entry) => ({ ...entry, at: entry.at + 0.5 })) }
  const { marked } = await markFiles([
    await fileOf('a.json', { recording: secret }),
    await fileOf('b.json', { recording: later }),
  ])
  expect(marked.map(({ sameCall }) => sameCall)).toEqual([['b.json'], ['a.json']])
})

test('thirty files with recordings are read in a few seconds', async () => {
  const one = await fileOf('0', { recording: CALL })
  const files = Array.from({ length: 30 }, (_, n) => ({ path: `${String(n)}.json`, blob: one.blob }))
  const began = performance.now()
  const { marked } = await markFiles(files)
  expect(marked).toHaveLength(30)
  expect(marked[0]?.sameCall).toHaveLength(29)
  expect(performance.now() - began).toBeLessThan(30_000)
})

test('rows are sorted by each column, and exported with every column', async () => {
  const { marked } = await markFiles([
    await fileOf('b.json', { name: 'Bo', recording: CALL }),
    await fileOf('a.json', { name: '=Ann', progress: { ...handInOf().progress, labs: {} } }),
  ])
  const order = (column: Parameters<typeof sortRows>[1]) =>
    sortRows(marked, column, 'en').map(({ file }) => file)
  expect(order('student')).toEqual(['a.json', 'b.json'])
  expect(order('solved')).toEqual(['b.json', 'a.json'])
  expect(order('recording')).toEqual(['a.json', 'b.json'])
  const [head, ...rows] = csvRows(marked, ({ en }) => fill(en))
  expect(rows.every((row) => row.length === head?.length)).toBe(true)
  expect(rows[0]?.slice(0, 4)).toEqual(['Bo', 2, 'no-tracks lost-answer', 1])
})

test('words are counted in both scripts', () => {
  expect(countWords('The offer has 2 m-lines.')).toBe(6)
  expect(countWords('应答 copies 提议。')).toBe(5)
  expect(countWords('')).toBe(0)
})
