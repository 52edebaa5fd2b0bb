import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** Milliseconds to wait for a line. */
const PATIENCE = 30_000

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
  const output = createInterface({ input: child.stdout! })
  output.on('line', (line) => lines.push(line))
  createInterface({ input: child.stderr! }).on('line', (line) => errors.push(line))
  return {
    lines,
    errors,
    type: (line) => void child.stdin!.write(`${line}\n`),
    async prints(line) {
      const signal = AbortSignal.timeout(PATIENCE)
      try {
        while (!lines.includes(line)) await once(output, 'line', { signal })
      } catch {
        throw new Error(`${name} does not print “${line}”, but: ${[...lines, ...errors].join(' | ')}`)
      }
    },
    async kill() {
      if (child.exitCode === null && child.kill()) await once(child, 'exit')
    },
  }
}
