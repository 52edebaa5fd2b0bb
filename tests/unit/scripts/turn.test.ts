import { createHmac } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { ephemeralLogin, freePort } from '../../../scripts/nat/coturn.mjs'
import { describeTurn } from '../../../scripts/turn.mjs'
import { parseIceServers } from '../../../src/ice/iceServers'

const NOW = Date.UTC(2026, 0, 1)

it('makes a login whose name holds its end, and whose password is the HMAC of the name', () => {
  const { username, credential } = ephemeralLogin('secret', { seconds: 3_600, now: NOW })
  expect(username).toBe(`${String(NOW / 1_000 + 3_600)}:learner`)
  expect(credential).toBe(createHmac('sha1', 'secret').update(username).digest('base64'))
})

it('makes a login that has ended', () => {
  const { username } = ephemeralLogin('secret', { name: 'late', seconds: -60, now: NOW })
  expect(username).toBe(`${String(NOW / 1_000 - 60)}:late`)
})

it('takes another port where the preferred one is in use', async () => {
  const holder = createSocket('udp4')
  holder.bind(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address()
  try {
    expect(await freePort('127.0.0.1', port)).not.toBe(port)
  } finally {
    holder.close()
  }
})

it('prints three values that the ICE servers of the app accept', () => {
  const login = ephemeralLogin('secret', { seconds: 60, now: NOW })
  const text = describeTurn({ url: 'turn:127.0.0.1:3478', ...login, hours: 8 })
  const [, urls = '', username = '', credential = ''] =
    /URL +(\S+)\n +User name +(\S+).*\n +Password +(\S+)/.exec(text) ?? []
  expect(parseIceServers([{ urls, username, credential }])).toMatchObject({
    ok: true,
    servers: [{ urls: ['turn:127.0.0.1:3478'], ...login }],
  })
})
