import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AppMessage } from '../../../../machines/bench/benchContracts'
import { messageText } from '../../../../src/features/bench/messageText'
import { MAX_MESSAGE, readMessage, writeMessage } from '../../../../src/features/bench/readMessage'
import { trayKeyOf } from '../../../../src/features/bench/trayKeys'
import { trayWords } from '../../../../src/i18n/messages/bench'

const LINE = 'candidate:1 1 udp 2122260223 192.0.2.1 50412 typ host generation 0'
const candidate = (text: string): AppMessage => ({
  kind: 'candidate',
  candidate: { candidate: text, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null },
})
const MESSAGES: AppMessage[] = [
  { kind: 'description', description: { type: 'offer', sdp: 'v=0\r\n' } },
  candidate(LINE),
  { kind: 'end-of-candidates' },
  { kind: 'bye' },
]

describe('a message in the tray', () => {
  it('says what it is', () => {
    expect(messageText(MESSAGES[0]!)).toEqual({ kind: 'offer', text: '5 B' })
    expect(messageText(MESSAGES[1]!)).toEqual({ kind: 'candidate', text: 'host udp 192.0.2.1:50412' })
    expect(messageText(MESSAGES[2]!)).toEqual({ kind: 'end', text: trayWords.noMore })
  })

  it('says that a candidate cannot be read, and does not show it', () => {
    expect(messageText(candidate('<b>nonsense</b>'))).toEqual({
      kind: 'candidate',
      text: trayWords.unreadable,
    })
  })
})

describe('an edited message', () => {
  it.each(MESSAGES.map((body) => [body.kind, body] as const))(
    'of kind %s is the same when nothing was changed',
    (_, body) => {
      expect(readMessage(writeMessage(body))).toEqual({ ok: true, body })
    },
  )

  it('keeps no field that the application does not send', () => {
    expect(readMessage('{"kind":"bye","__proto__":{"x":1},"more":1}')).toEqual({
      ok: true,
      body: { kind: 'bye' },
    })
  })

  it.each([
    ['{', 'not-json'],
    ['null', 'not-message'],
    ['{"kind":"hello"}', 'not-message'],
    ['{"kind":"description","description":{"type":"rollback","sdp":""}}', 'not-message'],
    ['{"kind":"description","description":{"type":"offer","sdp":7}}', 'not-message'],
    [
      '{"kind":"candidate","candidate":{"candidate":"","sdpMid":0,"sdpMLineIndex":0,"usernameFragment":null}}',
      'not-message',
    ],
    [
      '{"kind":"candidate","candidate":{"candidate":"","sdpMid":null,"sdpMLineIndex":-1,"usernameFragment":null}}',
      'not-message',
    ],
    [' '.repeat(MAX_MESSAGE + 1), 'too-long'],
  ])('is refused: %.60s', (text, reason) => {
    expect(readMessage(text)).toMatchObject({ ok: false, reason })
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = readMessage(text)
        if (read.ok) expect(readMessage(writeMessage(read.body))).toEqual(read)
      }),
    )
  })
})

it('gives the keys of the tray their actions, and leaves all others', () => {
  const key = (name: string, held: Partial<KeyboardEvent> = {}) =>
    trayKeyOf({ key: name, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })
  expect(key('d')).toBe('deliver')
  expect(key('D', { shiftKey: true })).toBe('repeat')
  expect(key('x')).toBe('drop')
  expect(key('e')).toBe('edit')
  expect(key('ArrowUp', { altKey: true })).toBe('up')
  expect(key('ArrowDown')).toBe('next')
  expect(key('d', { ctrlKey: true })).toBeNull()
  expect(key('Enter')).toBeNull()
})
