import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InspectorMessage } from '../../../src/inspector/inspectorMessages'
import { MAX_MESSAGES, readSession, writeSession } from '../../../src/inspector/viewer/sessionFile'

const text = fc.string({ unit: 'binary', maxLength: 20 })
const event = fc.record({ type: text, payload: fc.jsonValue() })
const message: fc.Arbitrary<InspectorMessage> = fc.oneof(
  fc.record({ type: fc.constant('@xstate.actor' as const), sessionId: text, name: text, definition: text }),
  fc.record({ type: fc.constant('@xstate.event' as const), sessionId: text, event }),
  fc.record({
    type: fc.constant('@xstate.snapshot' as const),
    sessionId: text,
    event,
    snapshot: fc.record({ status: text, value: fc.jsonValue() }),
  }),
)

test('a saved session opens as it was, and is saved again as the same file', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 20 }), (messages) => {
      const file = writeSession(messages)
      const result = readSession(file)
      expect(result.ok && writeSession(result.messages)).toBe(file)
    }),
  )
})

test('no text makes the reader throw, and none but a session is opened', () => {
  const file = writeSession([{ type: '@xstate.event', sessionId: 'a', event: { type: 'GO' } }])
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.nat(file.length - 3).map((end) => file.slice(0, end)),
      ),
      (foreign) => {
        expect(readSession(foreign).ok).toBe(false)
      },
    ),
  )
})

test.each([
  ['not-json', 'PNG'],
  ['foreign', '{"format":"handshake-recording","version":2}'],
  ['newer', '{"format":"handshake-inspection","version":2,"messages":[]}'],
  ['damaged', '{"format":"handshake-inspection","version":1,"messages":[{"type":"@xstate.event"}]}'],
  ['damaged', '{"format":"handshake-inspection","version":1,"messages":{}}'],
  [
    'too-large',
    JSON.stringify({ format: 'handshake-inspection', version: 1, messages: Array(MAX_MESSAGES + 1).fill(0) }),
  ],
] as const)('a file is refused as %s', (reason, content) => {
  expect(readSession(content)).toEqual({ ok: false, reason })
})
