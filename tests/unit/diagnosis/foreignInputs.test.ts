import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import { readDump } from '../../../src/diagnosis/readDump'
import { embeddedIn } from '../../../src/diagnosis/embedded'
import { labBytes } from './labFixtures'

/* The same dump, as it reaches people: packed, encoded and quoted in other ways. */

const PACKED = labBytes('wrong-order', 'webrtc-internals.json.gz')
const TEXT = gunzipSync(PACKED).toString()
const V3 = gunzipSync(labBytes('wrong-order', 'rtcstats-v3.gz')).toString()
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

const SHAPES: Readonly<Record<string, Uint8Array | string>> = {
  'packed twice': gzipSync(PACKED),
  'UTF-16 with its mark': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(TEXT)]),
  'UTF-16 without a mark': utf16(TEXT),
  'a mark of UTF-8': `\uFEFF${TEXT}`,
  'lines of Windows': TEXT.replaceAll('\n', '\r\n'),
  'NUL between': TEXT.replace('"PeerConnections"', '\0\0"PeerConnections"'),
  'Windows-1252': Buffer.from(TEXT.replace('{', '{"Ger\u00E4t":"\u00FC",'), 'latin1'),
  'in a fence of Markdown': `My call fails:\n\n\`\`\`json\n${TEXT}\n\`\`\`\nAny idea?`,
  'in the second fence': `\`\`\`js\nstart()\n\`\`\`\n\n\`\`\`\n${TEXT}\n\`\`\``,
  'in the JSON of an issue': JSON.stringify({ title: 'It fails', comments: [{ body: `Here:\n\n${TEXT}` }] }),
  'behind words': `The dump follows.\n${TEXT}`,
  'RTCStatsDump behind words': `The dump follows.\n${V3}`,
}

const told = async (content: Uint8Array | string) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const reading = await readDump(bytes)
  if (!('dump' in reading)) return reading.problem
  return diagnose([reading.dump]).verdicts.map(({ fault, certainty }) => `${fault} ${certainty}`)
}

it.each(Object.entries(SHAPES))('a dump %s gives the same verdicts', async (_, content) => {
  expect(await told(content)).toEqual(await told(PACKED))
  expect(await told(PACKED)).toContain('wrong-state proved')
})

const name = Buffer.from('dump.txt')
const ZIP = Buffer.concat([
  Buffer.from([0x50, 0x4b, 3, 4]),
  Buffer.alloc(22),
  Buffer.from([8, 0, 0, 0]),
  name,
])

it.each([
  ['a zip file', ZIP, 'archive'],
  ['a zip file in gzip', gzipSync(ZIP), 'archive'],
  ['a PDF', Buffer.from(`%PDF-1.7\n${'1 0 obj\n'.repeat(50)}`), 'binary'],
  [
    'a picture',
    Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(500)]),
    'binary',
  ],
  ['nothing', Buffer.alloc(0), 'empty'],
  ['white space', Buffer.from(' \r\n'), 'empty'],
  ['a page', Buffer.from('<!doctype html><p>hello</p>'), 'unknown'],
  ['another JSON', Buffer.from('{"name":"app","version":"1.0.0"}'), 'unknown'],
])('%s is refused by its name', async (_, bytes, problem) => {
  expect(await told(bytes)).toBe(problem)
})

it('a file that is cut off is read as far as it goes, and never told healthy', async () => {
  const whole = gunzipSync(
    readFileSync('tests/fixtures/healthy/data-only/webrtc-internals.json.gz'),
  ).toString()
  const cut = await readDump(new TextEncoder().encode(whole.slice(0, -20)))
  if (!('dump' in cut)) throw new Error(cut.problem)
  expect(cut.dump.isCut).toBe(true)
  expect(diagnose([{ ...cut.dump, isCut: false }]).healthy).toBe(true)
  expect(diagnose([cut.dump]).healthy).toBe(false)
})

it('an error that quotes a description is still an error', async () => {
  expect(await told('OperationError: Failed to parse SessionDescription. v=0 Expect line: o=')).toEqual([
    'sdp-damaged likely',
  ])
})

it.each([
  'TypeError: navigator.mediaDevices is undefined',
  "TypeError: Cannot read properties of undefined (reading 'getUserMedia')",
  "TypeError: undefined is not an object (evaluating 'navigator.mediaDevices.getUserMedia')",
])('%s: the page is not secure', async (text) => {
  expect(await told(text)).toEqual(['insecure-page likely'])
})

it('what is quoted in a text without a dump is none', () => {
  expect(embeddedIn('```\nconst a = 1\n```\n{"a": "b"}')).toBeNull()
  expect(embeddedIn(JSON.stringify({ body: 'x'.repeat(200) }))).toBeNull()
})
