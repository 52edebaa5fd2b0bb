import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** Code before a program in its frame: it keeps the connections, and counts the frames shown. */
const WATCH = `
  const Connection = RTCPeerConnection
  window.made = []
  window.states = []
  window.shown = 0
  window.RTCPeerConnection = class extends Connection {
    constructor(config) {
      super(config)
      made.push(this)
      this.addEventListener('signalingstatechange', () => states.push(this.signalingState))
    }
  }
  const remote = document.querySelectorAll('video')[1]
  const count = () => {
    shown += 1
    remote.requestVideoFrameCallback(count)
  }
  remote.requestVideoFrameCallback(count)
`

declare global {
  interface Window {
    made: RTCPeerConnection[]
    /** Each signalingState that the end reported, in order. */
    states: RTCSignalingState[]
    /** Number of the other end's frames that were decoded and shown. */
    shown: number
  }
}

function frameHtml(program: string, before: string): string {
  const video = '<video autoplay muted playsinline width="320" height="240"></video>'
  return [
    `<!doctype html><meta charset="utf-8"><title>end</title>${video}${video}`,
    `<script>${WATCH}${before}</script>`,
    `<script type="module">${program}</script>`,
  ].join('\n')
}

export interface Ends {
  /** The program of each end, by the name of its frame. */
  readonly programs: Readonly<Record<string, string>>
  /** Code that the test puts before both programs. */
  readonly before?: string
}

/**
 * Opens a bare page of the app's origin with a frame for each program: without the app, and without its policy, which
 * forbids inline scripts. Returns a function that runs something in a frame, and the errors of the page.
 */
export async function openEnds(page: Page, { programs, before = '' }: Ends) {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))

  const names = Object.keys(programs)
  const frames = names.map((name) => `<iframe id="${name}" src="/listings/${name}.html#${name}"></iframe>`)
  await page.route('**/listings/*', async (route) => {
    const name = /\/listings\/(\w+)\.html$/.exec(new URL(route.request().url()).pathname)?.[1] ?? ''
    const program = programs[name]
    const body = program === undefined ? frames.join('\n') : frameHtml(program, before)
    await route.fulfill({ contentType: 'text/html', body })
  })
  await page.goto('listings/')
  const frameOf = (name: string) => {
    const frame = page.frames().find((one) => one.url().endsWith(`#${name}`))
    if (!frame) throw new Error(`there is no frame ${name}`)
    return frame
  }
  return { complaints, frameOf, names }
}

/** Waits until every end shows frames of the other, over a connected connection. */
export async function expectPictures({ frameOf, names }: Awaited<ReturnType<typeof openEnds>>) {
  for (const name of names) {
    await expect
      .poll(() => frameOf(name).evaluate(() => window.made[0]?.connectionState), {
        message: `state of ${name}`,
      })
      .toBe('connected')
    await expect
      .poll(() => frameOf(name).evaluate(() => window.shown), { message: `frames shown at ${name}` })
      .toBeGreaterThan(2)
    const decoded = await frameOf(name).evaluate(async () => {
      const stats = [...((await window.made[0]?.getStats()) ?? new Map<string, unknown>()).values()]
      return (stats as { framesDecoded?: number }[]).find(({ framesDecoded }) => framesDecoded)?.framesDecoded
    })
    expect(decoded, `frames decoded at ${name}`).toBeGreaterThan(0)
  }
}
