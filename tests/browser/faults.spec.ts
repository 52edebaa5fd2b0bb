import fc from 'fast-check'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Schedule } from '../support/faults'
import { corrupt, hostileWire, inject, leavesOf, withFaults } from '../support/faults'
import { watchPage } from './page'

/** Without HANDSHAKE_CALLS a few calls, always the same; with it, different ones unless HANDSHAKE_SEED is set. */
const wanted = process.env['HANDSHAKE_CALLS']
const SEED = Number(process.env['HANDSHAKE_SEED'] ?? (wanted === undefined ? 7 : Date.now() % 2 ** 31))
/** Each call has two connections, and two more if it is started again; Chromium allows 500 per page. */
const CALLS_OF_A_PAGE = 40
const CALLS = { chromium: Number(wanted ?? 16), firefox: Number(wanted ?? 8), webkit: 0 }

declare global {
  interface Window {
    faults: Schedule
    heal(): void
  }
}

/** Inserts the faults between the built app and its BroadcastChannel, and makes its longer delays ten times shorter. */
async function breakWire(page: Page) {
  const parts = [leavesOf, corrupt, inject, withFaults].map(String).join('\n')
  await page.addInitScript({
    content: `(() => {
      ${parts}
      const seal = (message) => {
        const text = JSON.stringify(message)
        let hash = 0x811c9dc5
        for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
        return { ...message, sum: hash >>> 0 }
      }
      const Real = window.BroadcastChannel
      const opened = new Map()
      let wires = []
      window.faults = { caller: [], callee: [] }
      window.heal = () => {
        for (const wire of wires.splice(0)) wire.heal()
        window.faults = { caller: [], callee: [] }
      }
      window.BroadcastChannel = class extends Real {
        constructor(name) {
          super(name)
          if (!/^handshake\\/[0-9a-f]+$/.test(name)) return
          // The caller's side of a call is opened first.
          const end = opened.has(name) ? 'callee' : 'caller'
          opened.set(name, end)
          this.bystander = new Real(name)
          const own = { post: (data) => super.postMessage(data), close: () => super.close() }
          const other = { post: (data) => this.bystander.postMessage(data) }
          this.wire = withFaults(own, other, window.faults[end], seal)
          wires.push(this.wire)
        }
        postMessage(data) {
          if (this.wire) this.wire.post(data)
          else super.postMessage(data)
        }
        close() {
          this.bystander?.close()
          if (this.wire) this.wire.close()
          else super.close()
        }
      }
      const later = window.setTimeout.bind(window)
      window.setTimeout = (run, ms = 0, ...rest) => later(run, ms >= 500 ? ms / 10 : ms, ...rest)
    })()`,
  })
}

/** Runs one call in the page, like a learner who clicks what it offers. Returns the recovery actions taken. */
function callUnderFaults(schedule: Schedule): Promise<string[]> {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)
  const press = (action: string) => find(`[data-action="${action}"]`)?.click()
  const recoveries: string[] = []
  const tried = new Set<string>()

  window.faults = schedule
  press('restart')

  function recover(stop: string) {
    window.heal()
    const first = { unconfirmed: 'ask-again', retry: 'next', 'one-way': 'start-over' }[stop] ?? 'ice-restart'
    const recovery = stop.startsWith('closed') ? 'next' : tried.has(stop) ? 'restart' : first
    tried.add(stop)
    recoveries.push(`${stop}: ${recovery}`)
    press(recovery)
  }

  return new Promise((resolve, reject) => {
    const deadline = performance.now() + 90_000
    function look() {
      const banner = find('[data-banner]')?.dataset['banner'] ?? ''
      const next = find('[data-action="next"]')
      if (banner === 'connected') {
        resolve(recoveries)
        return
      }
      if (performance.now() > deadline || recoveries.length > 8) {
        reject(new Error(`stuck at ${next?.className} ${banner} after ${recoveries.join()}`))
        return
      }
      if (/^(unconfirmed|one-way|failed|failed-grace|stalled|closed-\w+)$/.test(banner)) recover(banner)
      else if (next?.classList.contains('retry')) recover('retry')
      else if (next?.classList.contains('run')) next.click()
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

test('real calls on a faulty wire connect, at the latest by the recovery that the page offers @deep', async ({
  context,
  browserName,
}) => {
  test.setTimeout(300_000 + 15_000 * CALLS[browserName])
  const total = CALLS[browserName]
  const schedules = fc.sample(hostileWire, { seed: SEED, numRuns: total })
  const recoveries: Record<string, number> = {}

  for (let from = 0; from < total; from += CALLS_OF_A_PAGE) {
    const page = await context.newPage()
    const { complaints } = watchPage(page)
    await breakWire(page)
    await page.goto('en/call/')
    await expect(page.locator('[data-step="capture-media"]')).toHaveAttribute('data-status', 'ready')
    for (const [index, schedule] of schedules.slice(from, from + CALLS_OF_A_PAGE).entries()) {
      await test.step(`HANDSHAKE_SEED=${SEED} schedule ${from + index}`, async () => {
        const taken = await page.evaluate(callUnderFaults, schedule)
        const key = taken.join(', ') || 'by itself'
        recoveries[key] = (recoveries[key] ?? 0) + 1
      })
    }
    expect(complaints, `HANDSHAKE_SEED=${SEED}`).toEqual([])
    await page.close()
  }
  test.info().annotations.push({ type: 'recoveries', description: JSON.stringify(recoveries) })
  expect(Object.keys(recoveries)).toContain('by itself')
})
