import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openRoleLocks } from '../../../src/tabs/roleLocks'
import { createFakeLocks } from '../../support/fakeLocks'

const denied = new DOMException('Access to the Locks API is denied in this context', 'SecurityError')

/** The state of a promise now. */
async function outcome(promise: Promise<unknown>): Promise<unknown> {
  return Promise.race([promise, Promise.resolve('pending')])
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const WITHOUT = [
  ['missing', undefined],
  ['refused', { request: () => Promise.reject(denied) }],
  ['refused at once', { request: () => { throw denied } }], // prettier-ignore
] as const

describe.each(WITHOUT)('where locks are %s', (_, locks) => {
  const open = () => openRoleLocks('room', locks as unknown as LockManager | undefined)

  it('an end is taken once nobody has objected for a moment', async () => {
    const claim = open().claim('caller', new AbortController().signal)
    await vi.advanceTimersByTimeAsync(399)
    expect(await outcome(claim)).toBe('pending')
    await vi.advanceTimersByTimeAsync(1)
    expect(await outcome(claim)).toBe('unopposed')
  })

  it('an end that was given up is never taken', async () => {
    const givenUp = new AbortController()
    const claim = open().claim('caller', givenUp.signal)
    await vi.advanceTimersByTimeAsync(100)
    givenUp.abort()
    await vi.runAllTimersAsync()
    expect(await outcome(claim)).toBe('pending')
  })

  it('nobody is known to have left', async () => {
    const free = open().free('callee')
    await vi.runAllTimersAsync()
    expect(await outcome(free)).toBe('pending')
  })
})

describe('with locks', () => {
  it('one holds the lock, the next gets it when the first releases it', async () => {
    const locks = createFakeLocks()
    const [first, second] = [openRoleLocks('room', locks), openRoleLocks('room', locks)]
    expect(await first.claim('caller', new AbortController().signal)).toBe('locked')
    const next = second.claim('caller', new AbortController().signal)
    await vi.runAllTimersAsync()
    expect(await outcome(next)).toBe('pending')
    first.release()
    expect(await next).toBe('locked')
  })

  it('needs no AbortSignal.any(), which older browsers lack', async () => {
    vi.stubGlobal('AbortSignal', { ...AbortSignal, any: undefined })
    expect(await openRoleLocks('room', createFakeLocks()).claim('caller', new AbortController().signal)).toBe(
      'locked',
    )
  })
})
