import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/run.mjs'

/* Two devices in networks of their own, made of Linux network namespaces: a router that also serves the app, the device
   `rm-a` with two ways to it, of which one is up at a time, and the device `rm-b`. */

const ROUTER = 'rm-hub'
const NAMESPACES = [ROUTER, 'rm-a', 'rm-b']
/** The last octets but one of 10.91.x.0/24: the router is .1, the device .2. */
const LINKS = [
  { net: 0, device: 'rm-a' },
  { net: 1, device: 'rm-a' },
  { net: 2, device: 'rm-b' },
]

export type Device = 'rm-a' | 'rm-b'

export interface TwoNetworks {
  /** The addresses of the app, as the server has printed them. */
  addresses: string[]
  /** A program that runs a browser on a device, for Playwright's `executablePath`. */
  browserOn(device: Device, executablePath: string): string
  /** The first way of `rm-a`: its address is gone. */
  unplug(): void
  /** The second way of `rm-a`: another address of another network. */
  plugElsewhere(): void
  close(): void
}

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' })

/** Why this machine cannot have such networks; undefined if it can. */
export function whyNoNetworks(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs Linux and root'
  try {
    ip('netns', 'add', 'rm-try')
    ip('netns', 'del', 'rm-try')
    return undefined
  } catch (error) {
    return `needs network namespaces (iproute2): ${String(error)}`
  }
}

/** Makes the networks and serves the app in them over https (`--lan`). Throws if that fails. */
export async function openTwoNetworks(port: number): Promise<TwoNetworks> {
  removeAll()
  for (const name of NAMESPACES) {
    ip('netns', 'add', name)
    ip('-n', name, 'link', 'set', 'lo', 'up')
  }
  for (const { net, device } of LINKS) {
    const [inside, outside] = [`h${String(net)}`, `e${String(net)}`]
    ip('-n', ROUTER, 'link', 'add', inside, 'type', 'veth', 'peer', 'name', outside, 'netns', device)
    ip('-n', ROUTER, 'addr', 'add', `10.91.${String(net)}.1/24`, 'dev', inside)
    ip('-n', ROUTER, 'link', 'set', inside, 'up')
    ip('-n', device, 'addr', 'add', `10.91.${String(net)}.2/24`, 'dev', outside)
  }
  const plug = (device: Device, net: number) => {
    ip('-n', device, 'link', 'set', `e${String(net)}`, 'up')
    ip('-n', device, 'route', 'add', 'default', 'via', `10.91.${String(net)}.1`)
  }
  plug('rm-a', 0)
  plug('rm-b', 2)
  ip('netns', 'exec', ROUTER, 'sysctl', '-qw', 'net.ipv4.ip_forward=1')

  const script = join(root, 'scripts/serve.mjs')
  const server = spawn(
    'ip',
    ['netns', 'exec', ROUTER, process.execPath, script, '--lan', '--port', String(port)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const printed = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data: Buffer) => {
      resolve(data.toString())
    })
    server.once('exit', (code) => {
      reject(new Error(`the server has ended with ${String(code)}`))
    })
  })
  const folder = mkdtempSync(join(tmpdir(), 'handshake-networks-'))

  return {
    addresses: printed.match(/https:\/\/\S+/g) ?? [],
    browserOn(device, executablePath) {
      const path = join(folder, device)
      writeFileSync(path, `#!/bin/sh\nexec ip netns exec ${device} '${executablePath}' "$@"\n`)
      chmodSync(path, 0o755)
      return path
    },
    unplug() {
      ip('-n', 'rm-a', 'link', 'set', 'e0', 'down')
    },
    plugElsewhere() {
      plug('rm-a', 1)
    },
    close() {
      server.kill()
      rmSync(folder, { recursive: true, force: true })
      removeAll()
    },
  }
}

function removeAll() {
  for (const name of NAMESPACES)
    try {
      ip('netns', 'del', name)
    } catch {
      // It does not exist.
    }
}
