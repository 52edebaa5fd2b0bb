import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reconnect } from '../../../src/inspector/bridge/reconnect'
import { CONNECTED } from '../../../src/inspector/inspectorMessages'
import { openReceiver } from '../../../src/inspector/viewer/receive'

const ignore = () => undefined
const posted: unknown[] = []

beforeEach(() => {
  posted.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('opener', { postMessage: (data: unknown) => posted.push(data) })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Firefox throws like this where a site may store nothing. */
function Refusing(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

test.each([
  ['throws', Refusing],
  ['is not there', undefined],
])('where BroadcastChannel %s, the window says that it is there, and the app goes on', (_how, channel) => {
  vi.stubGlobal('BroadcastChannel', channel)
  const receiver = openReceiver({
    onReset: ignore,
    onMessage: ignore,
    onAccepts: ignore,
    onUnreadable: ignore,
  })
  expect(receiver).not.toBeNull()
  expect(posted).toEqual([{ type: CONNECTED }])
  expect(() => {
    reconnect({ inspect: () => ignore, send: ignore }, '/inspector.html')
  }).not.toThrow()
})
