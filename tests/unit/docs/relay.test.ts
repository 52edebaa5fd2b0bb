import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { afterEach, expect, test, vi } from 'vitest'

/** Node 20 has no WebSocket of its own. */
const { WebSocket } = createRequire(import.meta.url)('ws') as { WebSocket: typeof globalThis.WebSocket }

interface Signaling {
  onmessage: ((event: { data: unknown }) => void) | null
  postMessage(message: unknown): void
  close(): void
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  vi.unstubAllGlobals()
})

/** Starts the relay as the page describes, on a free port; settles when it listens. */
async function startRelay(): Promise<string> {
  const relay = spawn(process.execPath, ['lessons/code/relay.mjs'], { env: { ...process.env, PORT: '0' } })
  closing.push(() => relay.kill())
  const [line] = (await once(relay.stdout, 'data')) as [Buffer]
  return `ws://127.0.0.1:${/\d+/.exec(line.toString())?.[0] ?? ''}`
}

async function open(url: string): Promise<Signaling> {
  vi.stubGlobal('WebSocket', WebSocket)
  const { openSocket } = (await import(`${process.cwd()}/lessons/code/socket.js`)) as {
    openSocket(url: string): Signaling
  }
  const signaling = openSocket(url)
  closing.push(() => {
    signaling.close()
  })
  return signaling
}

/** The first `count` messages of a channel. */
function hear(signaling: Signaling, count: number): Promise<unknown[]> {
  return new Promise((resolve) => {
    const heard: unknown[] = []
    signaling.onmessage = ({ data }) => {
      heard.push(data)
      if (heard.length === count) resolve(heard)
    }
  })
}

test('what one end sends over the relay arrives at the other, in order, and not at itself', async () => {
  const url = await startRelay()
  const callee = await open(url)
  const atCallee = hear(callee, 3)
  const caller = await open(url)
  const atCaller = hear(caller, 1)

  // The first is sent before the socket is open, and waits for it.
  caller.postMessage({ hello: true })
  caller.postMessage({ description: { type: 'offer', sdp: 'v=0\r\n' } })
  caller.postMessage({ candidate: null })
  expect(await atCallee).toEqual([
    { hello: true },
    { description: { type: 'offer', sdp: 'v=0\r\n' } },
    { candidate: null },
  ])
  callee.postMessage({ ready: true })
  expect(await atCaller).toEqual([{ ready: true }])
})
