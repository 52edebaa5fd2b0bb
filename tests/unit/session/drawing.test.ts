import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { createDrawing, later, useLater } from '../../../src/session/drawing'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A drawing on a page that paints only when the test says so. */
function setUp() {
  const frames: (() => void)[] = []
  const read = vi.fn((before: number | null) => (before ?? -1) + 1)
  const drawing = createDrawing(read, (run) => frames.push(run))
  return { ...drawing, read, frames, paint: () => frames.shift()?.() }
}

describe('a drawing', () => {
  test('is read before anything is asked of it', () => {
    expect(setUp().drawn.value).toBe(0)
  })

  test('is read once for a burst of requests, and again for the next burst', () => {
    const { drawn, frames, request, paint } = setUp()
    for (let n = 0; n < 1_000; n += 1) request()
    expect([drawn.value, frames.length]).toEqual([0, 1])
    paint()
    expect(drawn.value).toBe(1)
    request()
    paint()
    expect([drawn.value, frames.length]).toEqual([2, 0])
  })

  test('loses no request that comes while it is read', () => {
    const frames: (() => void)[] = []
    let count = 0
    const { drawn, request } = createDrawing<number>(
      () => {
        count += 1
        if (count === 2) request()
        return count
      },
      (run) => frames.push(run),
    )
    request()
    frames.shift()?.()
    frames.shift()?.()
    expect(drawn.value).toBe(3)
  })

  test('waits as long as a patient request allows, and no longer', () => {
    const { drawn, frames, request, paint } = setUp()
    request(250)
    vi.advanceTimersByTime(200)
    request(250)
    expect(frames).toHaveLength(0)
    vi.advanceTimersByTime(50)
    expect(frames).toHaveLength(1)
    paint()
    vi.advanceTimersByTime(1_000)
    expect([drawn.value, frames.length]).toEqual([1, 0])
  })

  test('is read once for a patient request and the one that ends its wait', () => {
    const { drawn, frames, request, paint } = setUp()
    request(250)
    request()
    expect(frames).toHaveLength(1)
    paint()
    vi.advanceTimersByTime(1_000)
    expect([drawn.value, frames.length]).toEqual([1, 0])
  })

  test('can be read at once', () => {
    const { drawn, draw } = setUp()
    draw()
    expect(drawn.value).toBe(1)
  })
})

describe('the low priority', () => {
  test('comes once the browser is idle, and is not put off beyond 100 ms', () => {
    const idle = vi.fn()
    vi.stubGlobal('requestIdleCallback', idle)
    const run = vi.fn()
    later(run)
    expect(run).not.toHaveBeenCalled()
    expect(idle).toHaveBeenCalledExactlyOnceWith(run, { timeout: 100 })
  })

  test('copies all that it reads in one go, until its component is gone', async () => {
    const idle: (() => void)[] = []
    vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run))
    const [one, other] = [shallowRef(0), shallowRef(0)]
    const scope = effectScope()
    const copy = scope.run(() => useLater(() => ({ one: one.value, other: other.value })))!
    one.value = 1
    await nextTick()
    expect(copy.value).toEqual({ one: 0, other: 0 })
    other.value = 1
    await nextTick()
    for (const run of idle.splice(0)) run()
    expect([copy.value, idle.length]).toEqual([{ one: 1, other: 1 }, 0])
    scope.stop()
    one.value = 2
    await nextTick()
    expect(idle).toEqual([])
  })
})
