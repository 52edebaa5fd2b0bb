// coturn in the public namespace of the bench: UDP and TCP on 3478, TLS on 443, and logins that end by themselves.

import { createHash, randomBytes, X509Certificate } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCertificate } from '../lan.mjs'
import { ephemeralLogin, startCoturn } from './coturn.mjs'
import { PUBLIC, SERVER, within } from './network.mjs'

/** @import { Asked } from './cases.mjs' */

const HOUR = 3_600

/**
 * Starts it. `fingerprint` is the hash of the key of its certificate, which nobody has signed: Chromium is told to
 * trust a certificate with this key, and no other.
 * @param {{ executable: string, folder: string }} options
 */
export async function startTurnServer({ executable, folder }) {
  const secret = randomBytes(24).toString('hex')
  const { key, cert } = await createCertificate([SERVER], ['turn.test'])
  const paths = { key: join(folder, 'turn.key'), certificate: join(folder, 'turn.pem') }
  await writeFile(paths.key, key, { mode: 0o600 })
  await writeFile(paths.certificate, cert)
  const server = await startCoturn({
    executable,
    folder,
    within: within(PUBLIC),
    address: SERVER,
    port: 3478,
    auth: ['--use-auth-secret', `--static-auth-secret=${secret}`],
    tls: { port: 443, ...paths },
  })
  const logins = {
    turn: ephemeralLogin(secret, { seconds: HOUR }),
    // The name is right, and the password is that of another secret.
    wrong: { ...ephemeralLogin('another secret', { seconds: HOUR }) },
    expired: ephemeralLogin(secret, { seconds: -HOUR }),
  }
  return {
    fingerprint: createHash('sha256')
      .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64'),
    /** What must not be in any recording. */
    secrets: [secret, ...Object.values(logins).map(({ credential }) => credential)],
    /** The settings as an app has them, with this server's logins. */
    settingsFor: (/** @type {Asked} */ { iceServers, relayOnly }) => ({
      iceServers: iceServers.map(({ urls, login }) => ({
        urls: [urls],
        ...(login !== undefined && logins[login]),
      })),
      ...(relayOnly !== undefined && { relayOnly }),
    }),
    close: server.close,
  }
}
