import type { Server } from 'node:http'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { putProbe, serveHost } from './probePage'
import type { Host } from './probePage'
import { ENGINE } from './tags'

let server: Server
let address = ''

test.beforeAll(async () => {
  ;({ server, address } = await serveHost())
})

test.afterAll(() => {
  server.close()
})

/** What a page learns of rejections that it leaves unhandled, handles at once, and handles by `await`. */
function rejections(page: Page) {
  return page.evaluate(async () => {
    const reported: string[] = []
    const ends = new Map<string, () => void>()
    addEventListener('unhandledrejection', (event) => {
      event.preventDefault()
      const name = (event.reason as Error).name
      reported.push(`${name}, the page's own promise: ${String(event.promise === unhandled)}`)
      ends.get(name)?.()
    })
    const pc = new RTCPeerConnection()
    const caught: string[] = []
    const note = (error: unknown) => void caught.push((error as Error).name)
    const unhandled = pc.setRemoteDescription({ type: 'answer', sdp: 'v=0' })
    await pc.setRemoteDescription({ type: 'answer', sdp: 'v=0' }).catch(note)
    try {
      await pc.setLocalDescription({ type: 'answer', sdp: 'v=0' })
    } catch (error) {
      note(error)
    }
    // A later rejection is reported after the earlier ones.
    await new Promise<void>((resolve) => {
      ends.set('LastError', resolve)
      void Promise.reject(Object.assign(new Error('last'), { name: 'LastError' }))
    })
    pc.close()
    return { reported: reported.slice(0, -1), caught: caught.length, last: reported.at(-1) }
  })
}

const ONCE =
  'a rejection that the page does not handle is reported once, as without the probe; one that it handles is not'

test(ONCE, { tag: ENGINE }, async ({ page, baseURL }) => {
  await page.goto(address)
  const without = await rejections(page)
  expect(without).toMatchObject({ caught: 2, last: "LastError, the page's own promise: false" })
  expect(without.reported).toHaveLength(1)
  expect(without.reported[0]).toContain('own promise: true')
  await page.goto(address)
  await putProbe(page, `${baseURL ?? ''}/probe.js`, `${baseURL ?? ''}/probe.html`)
  await page.evaluate(() => {
    ;(globalThis as unknown as Host).probe.watchAll()
  })
  expect(await rejections(page)).toEqual(without)
})
