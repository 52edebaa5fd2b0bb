import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { findWebKit } from '../../scripts/browsers.mjs'

/** A WebKitGTK window, driven by W3C WebDriver over `fetch` (https://www.w3.org/TR/webdriver2/). */
export interface WebKit {
  open(url: string): Promise<void>
  /** Runs the body of a function in the page; returns its result as JSON. */
  run<T>(body: string, ...args: unknown[]): Promise<T>
  /** Clicks like a mouse. Throws if nothing matches, or if it cannot be clicked. */
  click(selector: string): Promise<void>
  /** Types into the element that has the focus. */
  type(text: string): Promise<void>
  close(): Promise<void>
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** Milliseconds within which a started program must answer. */
const PATIENCE = 30_000

/** Starts a display, the driver and a browser. Throws if one of them is not installed. */
export async function openWebKit(): Promise<WebKit> {
  const found = findWebKit()
  if (found === undefined) throw new Error('WebKitGTK is not installed: see scripts/browsers.mjs')
  const screen = ['-screen', '0', '1440x900x24', '-nolisten', 'tcp']
  const display = spawn(found.display, ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve) => {
    display.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()))
  })
  const port = await freePort()
  const driver = spawn(found.driver, [`--port=${String(port)}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${number}` },
  })
  const base = `http://127.0.0.1:${String(port)}`

  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await response.json()) as { value: T }
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`)
    return value
  }

  await untilAnswers(() => call('GET', '/status'))
  const options = { binary: found.browser, args: ['--automation'] }
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } }
  const { sessionId } = await call<{ sessionId: string }>('POST', '/session', { capabilities })
  const session = `/session/${sessionId}`

  return {
    open: (url) => call('POST', `${session}/url`, { url }),
    run: (script, ...args) => call('POST', `${session}/execute/sync`, { script, args }),
    async click(value) {
      const found = await call<Record<string, string>>('POST', `${session}/element`, {
        using: 'css selector',
        value,
      })
      await call('POST', `${session}/element/${found[ELEMENT] ?? ''}/click`, {})
    },
    async type(text) {
      const actions = Array.from(text).flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] })
    },
    async close() {
      await call('DELETE', session).catch(() => undefined)
      driver.kill()
      display.kill()
    },
  }
}

/** A free port. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Repeats a request until a program that was just started answers. */
async function untilAnswers(ask: () => Promise<unknown>): Promise<void> {
  const end = Date.now() + PATIENCE
  for (;;) {
    try {
      await ask()
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await pause(50)
    }
  }
}
