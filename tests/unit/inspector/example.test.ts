import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMessage } from '../../../src/inspector/inspectorMessages'
import { readDefinition } from '../../../src/inspector/viewer/definition'
import { messagesOf } from '../../../src/inspector/viewer/example'
import { createSession, takeMessage } from '../../../src/inspector/viewer/session'
import { readRecording } from '../../../src/recording/readRecording'

const result = readRecording(readFileSync('src/recording/examples/chromium-connected.json', 'utf8'))
if (!result.ok) throw new Error(result.detail)
const { recording, snapshots } = result
const messages = messagesOf(result)

test('the window can read every message of the example', () => {
  expect(messages.filter((message) => readMessage(message) === null)).toEqual([])
})

test('the example shows both machines, every event, and the states that the call had', () => {
  const session = createSession()
  for (const message of messages) takeMessage(session, message)
  expect([...session.actors.values()].map(({ name }) => name)).toEqual(['caller', 'callee'])
  expect(session.rows.map(({ event }) => event.type)).toEqual(recording.log.map(({ event }) => event.type))
  for (const [index, { sessionId, after }] of session.rows.entries()) {
    const end = session.actors.get(sessionId)?.name as 'caller' | 'callee'
    expect(after?.value).toEqual(snapshots[index + 1]?.[end].value)
  }
  const times = session.rows.map(({ at }) => at)
  expect(times).toEqual([...times].sort((a, b) => (a ?? 0) - (b ?? 0)))
  expect(times.at(-1)).toBe(Date.parse(recording.made))
})

test('the charts of both machines can be drawn', () => {
  for (const message of messages) {
    if (message.type !== '@xstate.actor') continue
    const { machine, missing } = readDefinition(message.definition ?? null)
    expect(missing).toBe('none')
    expect(machine?.graph).toBeDefined()
  }
})
