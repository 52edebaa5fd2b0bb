// `npm start -- --lan`: what serving to the local network needs, and what the terminal says about it.

import { hostname, networkInterfaces } from 'node:os'
import { generate } from 'selfsigned'
import { renderUnicodeCompact } from 'uqr'

/** The IPv4 addresses under which other devices may reach this machine. */
export function lanHosts(interfaces = networkInterfaces()) {
  return Object.values(interfaces)
    .flatMap((entries) => entries ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
}

/**
 * A certificate for these hosts, made on the spot and kept in memory. Nobody has signed it, so each browser warns once;
 * after that the page is secure. Browsers accept at most 398 days.
 * @param {string[]} hosts addresses
 * @param {string[]} [names]
 * @returns {Promise<{ key: string, cert: string }>}
 */
export async function createCertificate(hosts, names = ['localhost', hostname()]) {
  const notAfterDate = new Date(Date.now() + 30 * 24 * 3_600_000)
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Handshake' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: /** @type {const} */ (2), value })),
          ...['127.0.0.1', ...hosts].map((ip) => ({ type: /** @type {const} */ (7), ip })),
        ],
      },
    ],
  })
  return { key, cert }
}

/**
 * What the terminal says: the addresses, the first of them as a QR code, and what the browser will say.
 * @param {string[]} addresses
 */
export function describeLan(addresses) {
  const [first = ''] = addresses
  const isSecure = first.startsWith('https:')
  return [
    '  For devices on the same network. 同一网络里的其他设备：',
    ...addresses.map((address) => `    ${address}`),
    '',
    renderUnicodeCompact(first, { border: 2 }),
    ...(isSecure ? WITH_CERTIFICATE : WITHOUT_CERTIFICATE),
  ].join('\n')
}

const WITH_CERTIFICATE = [
  '  The browser will warn, because this certificate was made just now and nobody has signed it.',
  '  Choose "Advanced", then "Proceed" or "Accept the risk". Camera and microphone work then.',
  '  浏览器会提示“不安全”：证书是刚刚生成的，没有机构签发。点“高级”，再点“继续前往”或“接受风险”，摄像头和麦克风就能用了。',
  '  No way past the warning? `npm start -- --lan --http` serves without encryption; only the test pattern works then.',
  '  过不了这个提示，可以用 `npm start -- --lan --http`，不加密，只能用测试画面。',
  '  Nothing loads? A firewall on this machine, or a network that keeps devices apart, is in the way.',
  '  打不开页面：多半是本机防火墙拦住了，或者网络不允许设备之间互访。',
]
const WITHOUT_CERTIFICATE = [
  '  Without https, browsers give a page no camera, no microphone, no offline use and no encryption of a room:',
  '  other devices can call with the test pattern only.',
  '  没有 https，浏览器不给摄像头和麦克风，也不能离线使用、不能加密房间：其他设备只能用测试画面通话。',
]
