// Captures what passes an interface, with tcpdump, into a file.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { readFrames } from './pcap.mjs'

/** What a recording can show: everything over UDP but names that a browser looks up, and TURN over TCP and TLS. */
const FILTER = '(udp and not port 53) or (tcp port 3478) or (tcp port 443)'

/**
 * Starts to capture; resolves once tcpdump listens.
 * @param {{ executable: string, within: string[], device: string, path: string }} options
 */
export async function startCapture({ executable, within, device, path }) {
  const [command = executable, ...args] = [
    ...within,
    // It gets and writes each packet at once: what a buffer holds is lost when it ends. It stays root: the folder is ours.
    ...[executable, '-i', device, '-U', '--immediate-mode', '-s', '0', '-Z', 'root', '-w', path],
    FILTER,
  ]
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => child.once('close', () => resolve(undefined)))
  let told = ''
  await new Promise((/** @type {(ready: void) => void} */ resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      told += String(chunk)
      if (told.includes('listening on')) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`tcpdump did not start on ${device}: ${told.trim()}`)))
  })
  return {
    /** Stops, and reads the frames. */
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGINT')
        await ended
      }
      return readFrames(await readFile(path))
    },
    async cancel() {
      if (child.exitCode !== null || !child.kill('SIGKILL')) return
      await once(child, 'close').catch(() => undefined)
    },
  }
}
