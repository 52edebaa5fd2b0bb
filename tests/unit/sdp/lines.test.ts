import fc from 'fast-check'
import { getMediaSections } from 'sdp'
import { expect, test } from 'vitest'
import { joinLines, originOf, readLines, toSections } from '../../../src/sdp/lines'
import { addedLines } from '../../../src/sdp/addedLines'
import { FIXTURES, readFixture } from './fixtures'

const OFFER = [
  'v=0',
  'o=- 8691202267752749652 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0 1',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=mid:0',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'a=mid:1',
  '',
].join('\r\n')

const anyText = fc
  .array(fc.constantFrom('a=', 'm=audio 9', 'v=0', '\r', '\n', '\r\n', '=', 'x', '握手'))
  .map((parts) => parts.join(''))

test('gives back every text byte for byte, whatever its line ends', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.string({ unit: 'binary' })),
      (text) => joinLines(readLines(text)) === text,
    ),
  )
})

test('numbers lines from 0 and has no line end inside a line', () => {
  fc.assert(
    fc.property(anyText, (text) =>
      readLines(text).every((line, index) => line.index === index && !line.text.includes('\n')),
    ),
  )
})

test('sections hold all lines, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const lines = readLines(text)
      expect(toSections(lines).flatMap((section) => section.lines)).toEqual(lines)
    }),
  )
})

test('names sections by media and mid', () => {
  const sections = toSections(readLines(OFFER)).map(({ index, media, mid }) => ({ index, media, mid }))
  expect(sections).toEqual([
    { index: 0, media: null, mid: null },
    { index: 1, media: 'audio', mid: '0' },
    { index: 2, media: 'video', mid: '1' },
  ])
})

test.each([
  ['', []],
  ['v=0', [['v=0', '']]],
  ['v=0\n', [['v=0', '\n']]],
  [
    'v=0\r\ns=-',
    [
      ['v=0', '\r\n'],
      ['s=-', ''],
    ],
  ],
  ['\r\n', [['', '\r\n']]],
  ['a\rb\n', [['a\rb', '\n']]],
])('reads %j', (text, expected) => {
  expect(readLines(text).map(({ text: line, end }) => [line, end])).toEqual(expected)
})

test('a line that is not letter and = has no key', () => {
  expect(readLines('v=0\nnonsense\n=x\nA=1').map(({ key }) => key)).toEqual(['v', null, null, null])
})

test('the o= line identifies a description', () => {
  expect(originOf(OFFER)).toBe('o=- 8691202267752749652 2 IN IP4 127.0.0.1')
  expect(originOf('')).toBeNull()
})

test('marks what an earlier text did not have, section by section', () => {
  const earlier = readLines('v=0\nm=audio 9\na=rtcp-mux\nm=video 9\n')
  const now = readLines('v=0\nm=audio 9\na=rtcp-mux\na=candidate:1\na=candidate:1\nm=video 9\na=rtcp-mux\n')
  expect([...addedLines(now, earlier)]).toEqual([3, 4, 6])
  expect(addedLines(now, now).size).toBe(0)
})

test.each(FIXTURES)('%s survives', (name) => {
  const text = readFixture(name)
  const lines = readLines(text)
  expect(joinLines(lines)).toBe(text)
  // Compared with the sdp package.
  expect(
    toSections(lines)
      .slice(1)
      .map(({ lines: section }) => joinLines(section)),
  ).toEqual(getMediaSections(text))
})
