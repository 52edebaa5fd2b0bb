import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readRoomMessage } from '../../broadcast-signaling/room/roomMessage'
import type { RoomMessage } from '../../broadcast-signaling/room/roomMessage'

/** A kind that the schema gains or loses does not compile here. */
const KINDS = Object.keys({
  hello: true,
  chat: true,
  invite: true,
  accept: true,
  refuse: true,
  cancel: true,
  signal: true,
  'hang-up': true,
  leave: true,
} satisfies Record<RoomMessage['kind'], true>).sort()

test('docs/protocol.md lists every kind of message in the room, and no other', () => {
  const page = readFileSync('docs/protocol.md', 'utf8')
  const section = page.slice(page.indexOf('\n## Messages'), page.indexOf('The body of a `signal`'))
  const listed = [...section.matchAll(/^\| `([\w-]+)`/gm)].map(([, kind]) => kind)
  expect(listed.sort()).toEqual(KINDS)
})

test.each(['zh', 'en'])('the lesson shows one valid message of every kind (%s)', (language) => {
  const lesson = readFileSync(`lessons/concepts/room/${language}.md`, 'utf8')
  const [, listing = '[]'] = /```json\n(.*?)```/s.exec(lesson) ?? []
  const shown = (JSON.parse(listing) as unknown[]).map((one) => readRoomMessage(JSON.stringify(one)))
  expect(shown.map((read) => (read.ok ? read.message.kind : read.detail)).sort()).toEqual(KINDS)
})
