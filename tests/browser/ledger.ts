import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** The resources that a page must release. */
export interface Held {
  tracks: number
  connections: number
  channels: number
  workers: number
  audio: number
  intervals: number
  urls: number
  frames: number
  listeners: number
  videos: number
  locks: number
}

declare global {
  interface Window {
    readLedger(): Promise<Held>
    /** Number of connections ever created. */
    everMade: number
  }
}

/** Makes a page count, from its first line on, what it opens and closes. Call it before opening the page. */
export async function keepLedger(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = []
    const connections: RTCPeerConnection[] = []
    const channels = new Set<BroadcastChannel>()
    const workers = new Set<Worker>()
    const audio: AudioContext[] = []
    const intervals = new Set<number>()
    const urls = new Set<string>()
    const frames = new Set<number>()
    let listeners = 0
    window.everMade = 0

    const {
      RTCPeerConnection: Connection,
      BroadcastChannel: Channel,
      Worker: Thread,
      AudioContext: Audio,
    } = window
    window.RTCPeerConnection = class extends Connection {
      constructor(config?: RTCConfiguration) {
        super(config)
        connections.push(this)
        window.everMade += 1
      }
    }
    window.BroadcastChannel = class extends Channel {
      constructor(name: string) {
        super(name)
        channels.add(this)
      }
      override close() {
        channels.delete(this)
        super.close()
      }
    }
    window.Worker = class extends Thread {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        workers.add(this)
      }
      override terminate() {
        workers.delete(this)
        super.terminate()
      }
    }
    window.AudioContext = class extends Audio {
      constructor() {
        super()
        audio.push(this)
      }
    }
    if ('mediaDevices' in navigator) {
      const devices = navigator.mediaDevices
      const capture = devices.getUserMedia.bind(devices)
      devices.getUserMedia = async (constraints) => {
        const stream = await capture(constraints)
        tracks.push(...stream.getTracks())
        return stream
      }
    }

    const { setInterval: start, clearInterval: stop } = window
    window.setInterval = ((...args: Parameters<typeof start>) => {
      const id = start(...args)
      intervals.add(id)
      return id
    }) as typeof start
    window.clearInterval = (id) => {
      intervals.delete(id as number)
      stop(id)
    }
    const ask = window.requestAnimationFrame.bind(window)
    const callOff = window.cancelAnimationFrame.bind(window)
    window.requestAnimationFrame = (run) => {
      const id = ask((time) => {
        frames.delete(id)
        run(time)
      })
      frames.add(id)
      return id
    }
    window.cancelAnimationFrame = (id) => {
      frames.delete(id)
      callOff(id)
    }
    const create = URL.createObjectURL.bind(URL)
    const revoke = URL.revokeObjectURL.bind(URL)
    URL.createObjectURL = (object) => {
      const url = create(object)
      urls.add(url)
      return url
    }
    URL.revokeObjectURL = (url) => {
      urls.delete(url)
      revoke(url)
    }
    // Listeners on the window and the document outlive the component that added them; those on elements do not.
    for (const target of [window, document]) {
      type Change = (type: string, listener: EventListener, options?: AddEventListenerOptions) => void
      const add: Change = target.addEventListener.bind(target)
      const remove: Change = target.removeEventListener.bind(target)
      target.addEventListener = (...args: Parameters<Change>) => {
        listeners += 1
        add(...args)
      }
      target.removeEventListener = (...args: Parameters<Change>) => {
        listeners -= 1
        remove(...args)
      }
    }

    window.readLedger = async () => {
      const { held = [] } = (await navigator.locks.query()) as { held?: unknown[] }
      return {
        tracks: tracks.filter(({ readyState }) => readyState === 'live').length,
        connections: connections.filter(({ signalingState }) => signalingState !== 'closed').length,
        channels: channels.size,
        workers: workers.size,
        audio: audio.filter(({ state }) => state !== 'closed').length,
        intervals: intervals.size,
        urls: urls.size,
        frames: frames.size,
        listeners,
        videos: [...document.querySelectorAll('video')].filter(({ srcObject }) => srcObject !== null).length,
        locks: held.length,
      }
    }
  })
}

/** The resources without a call; listeners are only compared with an earlier count. */
export const NOTHING: Omit<Held, 'listeners'> = {
  tracks: 0,
  connections: 0,
  channels: 0,
  workers: 0,
  audio: 0,
  intervals: 0,
  urls: 0,
  frames: 0,
  videos: 0,
  locks: 0,
}

/** Waits until the page has only these resources. */
export async function expectHeld(page: Page, held: Partial<Held> = {}): Promise<void> {
  await expect.poll(() => readLedger(page)).toMatchObject({ ...NOTHING, ...held })
}

/** The resources that the page has now. */
export function readLedger(page: Page): Promise<Held> {
  return page.evaluate(() => window.readLedger())
}
