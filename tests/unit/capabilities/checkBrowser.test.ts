import { expect, test, vi } from 'vitest'
import type { BrowserGlobals } from '../../../src/capabilities/checkBrowser'
import { CHECKS, findMissing, has } from '../../../src/capabilities/checkBrowser'
import { countDevices } from '../../../src/capabilities/countDevices'

const close = vi.fn()

class FakeChannel {
  close = close
}

class BlockedChannel {
  constructor() {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  close = close
}

const WHOLE = {
  isSecureContext: true,
  RTCPeerConnection: FakeChannel,
  BroadcastChannel: FakeChannel,
  localStorage: {},
  navigator: { mediaDevices: { getUserMedia: () => undefined }, locks: {}, serviceWorker: {} },
} satisfies BrowserGlobals

test('a browser with everything lacks nothing, and the channel it tried is closed', () => {
  expect(CHECKS.filter((id) => !has(WHOLE, id))).toEqual([])
  expect(findMissing(WHOLE)).toEqual([])
  expect(close).toHaveBeenCalled()
})

test.each<[string, Partial<BrowserGlobals>, string[]]>([
  ['no WebRTC', { RTCPeerConnection: undefined }, ['webrtc']],
  ['an extension that put null in its place', { RTCPeerConnection: null }, ['webrtc']],
  ['no devices', { navigator: {} }, ['capture']],
  ['a channel that throws, as in Firefox without cookies', { BroadcastChannel: BlockedChannel }, ['channel']],
  [
    'an insecure page, whose missing devices have that one cause',
    { isSecureContext: false, navigator: {} },
    ['secure'],
  ],
])('%s is named', (_, change, lacks) => {
  expect(findMissing({ ...WHOLE, ...change })).toEqual(lacks)
})

test('a browser that has none of it causes no exception', () => {
  const bare: BrowserGlobals = {
    get localStorage(): unknown {
      throw new DOMException('Access is denied.', 'SecurityError')
    },
    navigator: {},
  }
  expect(CHECKS.filter((id) => has(bare, id))).toEqual([])
  expect(findMissing(bare)).toEqual(['webrtc', 'secure', 'channel'])
})

test('devices are counted, and a browser that does not say gives null', async () => {
  const kinds = ['videoinput', 'audioinput', 'audioinput', 'audiooutput']
  const enumerateDevices = () => Promise.resolve(kinds.map((kind) => ({ kind })) as MediaDeviceInfo[])
  expect(await countDevices({ enumerateDevices })).toEqual({ cameras: 1, microphones: 2 })
  expect(await countDevices(undefined)).toBeNull()
  expect(await countDevices({ enumerateDevices: () => Promise.reject(new Error('no')) })).toBeNull()
})
