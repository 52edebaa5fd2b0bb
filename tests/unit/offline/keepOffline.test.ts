import { afterEach, expect, test, vi } from 'vitest'
import { keepOffline } from '../../../src/offline/keepOffline'

afterEach(() => {
  vi.useRealTimers()
})

/* The browser's service worker container: real event targets with the few fields that are read. */

function fakeWorker() {
  return Object.assign(new EventTarget(), { postMessage: vi.fn() })
}

type FakeWorker = ReturnType<typeof fakeWorker>

interface FakeRegistration extends EventTarget {
  active: FakeWorker | null
  waiting: FakeWorker | null
  installing: FakeWorker | null
}

function setUp({ controlled = true, savesData = false, refuses = false } = {}) {
  const registration: FakeRegistration = Object.assign(new EventTarget(), {
    active: controlled ? fakeWorker() : null,
    waiting: null,
    installing: null,
  })
  const container = Object.assign(new EventTarget(), {
    controller: registration.active,
    register: vi.fn(() =>
      refuses
        ? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
        : Promise.resolve(registration),
    ),
  })
  const loads: (() => void)[] = []
  const reload = vi.fn()
  const start = () =>
    keepOffline({
      container: container as unknown as ServiceWorkerContainer,
      root: '/app/',
      savesData,
      script: 'https://host/app/assets/index-1.js',
      onUpdate: (load) => loads.push(load),
      reload,
    })

  /** A newer worker has stored its files and waits. */
  function install() {
    const worker = (registration.installing = fakeWorker())
    registration.dispatchEvent(new Event('updatefound'))
    registration.installing = null
    registration.waiting = worker
    worker.dispatchEvent(new Event('statechange'))
    return worker
  }

  /** A worker takes over all open pages. */
  function takeOver() {
    registration.active = registration.waiting
    registration.waiting = null
    container.dispatchEvent(new Event('controllerchange'))
  }

  return { registration, container, loads, reload, start, install, takeOver }
}

test('the scope of the worker is the app’s folder, and the worker is sent the page’s script', async () => {
  const { container, registration, start } = setUp()
  await start()
  expect(container.register).toHaveBeenCalledWith('/app/sw.js', { scope: '/app/' })
  expect(registration.active?.postMessage).toHaveBeenCalledWith({
    type: 'started',
    script: 'https://host/app/assets/index-1.js',
  })
})

test('the first worker is no update, nor is its taking control', async () => {
  const { loads, reload, start, install, takeOver } = setUp({ controlled: false })
  await start()
  install()
  takeOver()
  expect(loads).toEqual([])
  expect(reload).not.toHaveBeenCalled()
})

test('a newer one waits until the learner wants it; then the page is reloaded', async () => {
  const { loads, reload, start, install, takeOver } = setUp()
  await start()
  const worker = install()
  expect(loads).toHaveLength(1)
  expect(worker.postMessage).not.toHaveBeenCalled()

  vi.useFakeTimers()
  loads[0]!()
  loads[0]!()
  expect(worker.postMessage).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'take-over' })
  expect(reload).not.toHaveBeenCalled()
  takeOver()
  expect(reload).toHaveBeenCalledOnce()
})

test('one that waits since an earlier visit is announced at once', async () => {
  const { registration, loads, start } = setUp()
  registration.waiting = fakeWorker()
  await start()
  expect(loads).toHaveLength(1)
})

test('when another tab has loaded it this one is notified, and not reloaded by itself', async () => {
  const { loads, reload, start, install, takeOver } = setUp()
  await start()
  install()
  takeOver()
  expect(loads).toHaveLength(2)
  expect(reload).not.toHaveBeenCalled()

  vi.useFakeTimers()
  loads[1]!()
  vi.runAllTimers()
  expect(reload).toHaveBeenCalledOnce()
})

test('with data saving nothing is stored, but a stored app stays up to date', async () => {
  const first = setUp({ controlled: false, savesData: true })
  await first.start()
  expect(first.container.register).not.toHaveBeenCalled()

  const later = setUp({ savesData: true })
  await later.start()
  expect(later.container.register).toHaveBeenCalled()
})

test('a browser that stores nothing causes no error', async () => {
  await expect(setUp({ refuses: true }).start()).resolves.toBeUndefined()
})
