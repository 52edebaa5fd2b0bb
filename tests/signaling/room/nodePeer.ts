import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { until } from './support'

/** The program docs/examples/node-peer.mjs, with everything that it printed. */
export interface NodePeer {
  lines: string[]
  errors: string[]
  type(line: string): void
  /** Waits for a line. */
  prints(line: string): Promise<void>
  kill(): Promise<void>
}

/** Starts the foreign peer in a room; it calls `callee` if that is given. */
export function startNodePeer(relay: string, room: string, name: string, callee?: string): NodePeer {
  const args = ['docs/examples/node-peer.mjs', relay, room, name, ...(callee === undefined ? [] : [callee])]
  const child: ChildProcess = spawn(process.execPath, args, { stdio: 'pipe' })
  const lines: string[] = []
  const errors: string[] = []
  createInterface({ input: child.stdout! }).on('line', (line) => lines.push(line))
  createInterface({ input: child.stderr! }).on('line', (line) => errors.push(line))
  return {
    lines,
    errors,
    type: (line) => void child.stdin!.write(`${line}\n`),
    prints: (line) => until(() => lines.includes(line), `${name} prints “${line}”`),
    kill: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill()
      }),
  }
}
