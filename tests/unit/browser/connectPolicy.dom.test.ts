import { afterEach, expect, test } from 'vitest'
import { allowOnly, allowsSocket } from '../../../src/browser/connectPolicy'

const ROOM = "default-src 'none'; connect-src 'self' ws: wss:"

function withPolicies(...policies: string[]) {
  document.head.innerHTML = policies
    .map((policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .join('')
}
const policies = () =>
  [...document.querySelectorAll('meta')].map((element) => element.getAttribute('content'))

afterEach(() => withPolicies())

test('a WebSocket is allowed if every policy of the document allows it', () => {
  expect(allowsSocket('wss://a.example/')).toBe(true)
  withPolicies(ROOM)
  expect(allowsSocket('wss://a.example/')).toBe(true)
  withPolicies("default-src 'none'; connect-src 'self'")
  expect(allowsSocket('wss://a.example/')).toBe(false)
  withPolicies(ROOM, "connect-src 'self' wss://a.example:8084")
  expect(allowsSocket('wss://a.example:8084/mqtt')).toBe(true)
  expect(allowsSocket('wss://a.example/mqtt')).toBe(false)
})

test('what is not needed is taken away once, and a page without a policy stays without', () => {
  allowOnly('wss://a.example/mqtt')
  expect(policies()).toEqual([])
  withPolicies(ROOM)
  allowOnly('wss://a.example/mqtt')
  allowOnly('wss://a.example/mqtt')
  expect(policies()).toEqual([ROOM, "connect-src 'self' wss://a.example"])
  allowOnly(null)
  expect(policies().at(-1)).toBe("connect-src 'self'")
})

test('an IP address that no source can name is allowed by its scheme', () => {
  for (const [address, source] of [
    ['ws://[2001:db8::1]:9001/', 'ws:'],
    ['ws://192.0.2.7:9001/', 'ws:'],
    ['ws://127.0.0.1:9001/', 'ws://127.0.0.1:9001'],
    ['ws://7.example/', 'ws://7.example'],
  ] as const) {
    withPolicies(ROOM)
    allowOnly(address)
    expect(policies().at(-1)).toBe(`connect-src 'self' ${source}`)
  }
})
