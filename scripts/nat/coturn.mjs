// Starts and stops coturn, for `npm run turn`, the NAT bench and tests.

import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds until a coturn that does not listen is given up. */
const PATIENCE = 20_000

/** @typedef {{ username: string, credential: string }} Login */

/**
 * A login that ends by itself, as coturn computes it with `use-auth-secret`: the user name holds the time of its end,
 * and the password is the HMAC-SHA1 of the user name, in Base64 (“A REST API For Access To TURN Services”).
 * @param {string} secret which the server knows too
 * @param {{ name?: string, seconds: number, now?: number }} options `seconds` from `now` (in milliseconds) until it ends;
 *   negative for a login that has ended
 * @returns {Login}
 */
export function ephemeralLogin(secret, { name = 'learner', seconds, now = Date.now() }) {
  const username = `${Math.floor(now / 1_000) + seconds}:${name}`
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') }
}

/**
 * A UDP port of an address that nobody uses: the preferred one if it is free.
 * @param {string} address
 */
export async function freePort(address, preferred = 0) {
  const socket = createSocket('udp4')
  try {
    socket.bind(preferred, address)
    await once(socket, 'listening')
    return socket.address().port
  } catch (error) {
    if (preferred === 0) throw error
    return freePort(address)
  } finally {
    await new Promise((resolve) => socket.close(() => resolve(undefined)))
  }
}

/**
 * @typedef {object} CoturnOptions
 * @property {string} executable
 * @property {string} folder for its files; it is made
 * @property {string} address where it listens and relays
 * @property {number} port for UDP and TCP
 * @property {string[]} auth options that say who may use it
 * @property {{ port: number, certificate: string, key: string } | null} [tls] paths of PEM files; null: no TLS
 * @property {string[]} [more] other options
 * @property {string[]} [within] a command that runs it somewhere else: `ip netns exec NAME`
 */

/**
 * Starts coturn and waits until it listens. Throws with its log if it does not.
 * @param {CoturnOptions} options
 */
export async function startCoturn({
  executable,
  folder,
  address,
  port,
  auth,
  tls = null,
  more = [],
  within = [],
}) {
  mkdirSync(folder, { recursive: true })
  // The last one that coturn opens.
  const listening = `UDP listener opened on: ${address}:${port}`
  const [command = executable, ...args] = [
    ...within,
    executable,
    '-n',
    '--realm=handshake.test',
    `--listening-ip=${address}`,
    `--relay-ip=${address}`,
    `--listening-port=${port}`,
    ...auth,
    ...(tls === null
      ? ['--no-tls', '--no-dtls']
      : ['--no-dtls', `--tls-listening-port=${tls.port}`, `--cert=${tls.certificate}`, `--pkey=${tls.key}`]),
    ...more,
    '--no-cli',
    '--log-file=stdout',
    '--verbose',
    `--pidfile=${join(folder, 'turn.pid')}`,
    `--userdb=${join(folder, 'turn.db')}`,
  ]
  const server = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => server.once('close', () => resolve(undefined)))
  let log = ''
  await new Promise((/** @type {(ready: void) => void} */ resolve, reject) => {
    const read = (/** @type {Buffer} */ chunk) => {
      log += chunk.toString()
      if (log.includes(listening)) resolve()
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    const fail = () => reject(new Error(`coturn did not start:\n${log}`))
    server.once('error', reject)
    server.once('exit', fail)
    setTimeout(fail, PATIENCE).unref()
  }).catch((error) => {
    server.kill('SIGKILL')
    throw error
  })
  return {
    /** Resolves when it has ended, for whatever reason. */
    ended,
    async close() {
      // Coturn takes long to stop politely.
      server.kill('SIGKILL')
      await ended
    },
  }
}
