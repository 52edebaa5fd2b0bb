import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { renderUnicodeCompact } from 'uqr'
import { createCertificate, describeLan, lanHosts } from '../../../scripts/lan.mjs'
import { attachRelay } from '../../../scripts/relay.mjs'
import { createStaticServer } from '../../../scripts/serve.mjs'

/** Fetches over https; fails unless the certificate is this one and names the host. */
function fetchSecure(url: string, ca: string): Promise<string> {
  return new Promise((done, fail) => {
    get(url, { ca, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => done(text))
    }).on('error', fail)
  })
}

it('the certificate made on the spot is good for every address that is printed, and for the relay', async () => {
  const root = mkdtempSync(join(tmpdir(), 'handshake-lan-'))
  writeFileSync(join(root, 'index.html'), 'the page')
  const certificate = await createCertificate(['192.0.2.7'])
  const server = createStaticServer({ root, certificate })
  const relay = attachRelay(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo

  for (const host of ['localhost', '127.0.0.1'])
    expect(await fetchSecure(`https://${host}:${port}/`, certificate.cert)).toBe('the page')
  await expect(fetchSecure(`https://127.0.0.1:${port}/`, '')).rejects.toThrow('self-signed certificate')
  const socket = new WebSocket(`wss://127.0.0.1:${port}/relay`, {
    ca: certificate.cert,
    origin: `https://127.0.0.1:${port}`,
  })
  await new Promise((done, fail) => socket.once('open', done).once('error', fail))

  relay.close()
  await new Promise((done) => {
    server.close(done)
    server.closeAllConnections()
  })
  rmSync(root, { recursive: true })
})

it('the certificate names the addresses of the network, for 30 days', async () => {
  const { X509Certificate } = await import('node:crypto')
  const { cert } = await createCertificate(['192.0.2.7', '198.51.100.9'])
  const read = new X509Certificate(cert)
  expect(['192.0.2.7', '198.51.100.9', '127.0.0.1'].map((ip) => read.checkIP(ip))).not.toContain(undefined)
  expect(read.checkIP('192.0.2.8')).toBeUndefined()
  const days = (Date.parse(read.validTo) - Date.parse(read.validFrom)) / 86_400_000
  expect(Math.round(days)).toBe(30)
})

it('other devices reach this machine at its IPv4 addresses, not at its loopback', () => {
  const entry = (address: string, internal: boolean, family: 'IPv4' | 'IPv6' = 'IPv4') =>
    ({ address, internal, family, netmask: '', mac: '', cidr: null, scopeid: 0 }) as never
  const interfaces = {
    lo: [entry('127.0.0.1', true), entry('::1', true, 'IPv6')],
    wlan0: [entry('192.0.2.7', false), entry('fe80::1', false, 'IPv6')],
    down: [entry('169.254.3.4', false)],
  }
  expect(lanHosts(interfaces)).toEqual(['192.0.2.7'])
})

it.each([
  ['https', '高级', '--lan --http'],
  ['http', '没有 https', 'test pattern only'],
])(
  'over %s the terminal shows the addresses, a QR code, and what the browser will say',
  (scheme, ...words) => {
    const addresses = [`${scheme}://192.0.2.7:4173/`, `${scheme}://198.51.100.9:4173/`]
    const text = describeLan(addresses)
    for (const part of [...addresses, ...words]) expect(text).toContain(part)
    expect(text).toContain(renderUnicodeCompact(addresses[0]!, { border: 2 }))
  },
)
