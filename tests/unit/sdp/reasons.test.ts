import { expect, test } from 'vitest'
import { lineKind } from '../../../src/sdp/lineKind'
import { readLines, toSections } from '../../../src/sdp/lines'
import { reasonOf } from '../../../src/sdp/reasons'
import type { Story } from '../../../src/sdp/reasons'
import { ENDS } from './ends'
import { FIXTURES, readFixture } from './fixtures'

const OFFER: Story = {
  isOwn: true,
  type: 'offer',
  writer: 'caller',
  round: 'first',
  tracks: ['audio', 'video'],
}
const ANSWER: Story = { ...OFFER, type: 'answer', writer: 'callee' }

function why(text: string, story: Story, media: string | null = 'video') {
  const reason = reasonOf(readLines(text)[0]!, media, story)
  return reason && [reason.id, reason.step]
}

test.each([
  ['m=video 9 X 96', OFFER, ['track.offer', 'add-tracks']],
  ['m=video 9 X 96', { ...OFFER, tracks: ['audio'] }, ['section.offer', null]],
  ['m=video 9 X 96', ANSWER, ['section.answer', 'create-answer']],
  ['m=video 0 X 96', ANSWER, ['section.rejected', 'create-answer']],
  ['a=sendrecv', ANSWER, ['direction.answer', 'prepare-callee-media']],
  ['a=recvonly', ANSWER, ['direction.receive', null]],
  ['a=candidate:1', OFFER, ['gathered', 'gather-candidates']],
  ['a=candidate:1', ANSWER, ['gathered', 'set-local-answer']],
  ['a=fingerprint:sha-256 00', ANSWER, ['certificate', 'set-remote-offer']],
  ['a=ice-ufrag:x', OFFER, ['credentials', 'create-offer']],
  ['a=ice-ufrag:x', { ...OFFER, round: 'restart' }, ['credentials.restart', null]],
  ['a=setup:actpass', { ...OFFER, round: 'restart' }, ['setup.offer', null]],
  ['c=IN IP4 0.0.0.0', OFFER, ['placeholder', 'create-offer']],
  ['c=IN IP4 192.0.2.1', OFFER, ['default', 'gather-candidates']],
  ['v=0', OFFER, ['rule', null]],
  ['a=brand-new', OFFER, null],
] as const)('%s', (text, story, expected) => {
  expect(why(text, story)).toEqual(expected)
})

test.each(FIXTURES)('every line of %s is there for a reason', (name) => {
  const story = name.endsWith('answer') ? ANSWER : OFFER
  const without = toSections(readLines(readFixture(name))).flatMap(({ media, lines }) =>
    lines.filter((line) => reasonOf(line, media, story) === null).map(lineKind),
  )
  expect(without).toEqual([])
})

test('a text that no browser of this call wrote has only the general reasons', () => {
  const lines = readLines(Object.values(ENDS).join('\r\n') + readFixture('chromium/call.offer'))
  const ids = lines.map((line) => reasonOf(line, 'audio', { ...OFFER, isOwn: false }))
  expect(new Set(ids.map((reason) => reason?.id))).toEqual(new Set(['rule', 'foreign']))
  expect(ids.every((reason) => reason?.step === null)).toBe(true)
  expect(why('a=candidate:1', { ...OFFER, isOwn: false })).toEqual(['foreign', null])
  expect(why('v=0', { ...OFFER, isOwn: false })).toEqual(['rule', null])
})
