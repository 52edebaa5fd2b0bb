import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'

/** Starts Mosquitto on a free port of this machine, with MQTT over WebSocket and nothing kept on disk. */
export async function startMosquitto(executable: string): Promise<{ address: string; end(): Promise<void> }> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'handshake-mosquitto-'))
  const file = join(folder, 'mosquitto.conf')
  // It gives up the rights of root, and must read its settings after that.
  chmodSync(folder, 0o755)
  const settings = [
    // Version 2.0.11 refuses to start with listeners for WebSocket only.
    `listener ${await freePort()} 127.0.0.1`,
    `listener ${port} 127.0.0.1`,
    'protocol websockets',
    'allow_anonymous true',
    'persistence false',
  ]
  writeFileSync(file, `${settings.join('\n')}\n`)
  const server = spawn(executable, ['-c', file], { stdio: 'ignore' })
  const ended = once(server, 'exit')
  await vi.waitFor(() => knock(port), { timeout: 10_000, interval: 20 })
  return {
    address: `ws://127.0.0.1:${port}/mqtt`,
    async end() {
      server.kill()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Rejects until something listens. */
async function knock(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
  } finally {
    socket.destroy()
  }
}
