import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  failure,
  isLoadFailure,
  markShown,
  reportFailure,
  watchFailures,
} from '../../../src/failures/failures'

const written = vi.fn()

beforeEach(() => {
  failure.value = null
  written.mockReset()
  vi.spyOn(console, 'error').mockImplementation(written)
})

const LOADS = [
  ['Chromium', 'Failed to fetch dynamically imported module: https://a.example/assets/Stats-1.js'],
  ['Firefox', 'error loading dynamically imported module: https://a.example/assets/Stats-1.js'],
  ['Safari', 'Importing a module script failed.'],
  ['Vite, of a style sheet', 'Unable to preload CSS for /assets/Stats-1.css'],
]

describe('a file that could not be loaded', () => {
  it.each(LOADS)('is recognised by the words of %s', (_, message) => {
    reportFailure(new TypeError(message))
    expect(failure.value).toEqual({ kind: 'load', text: `TypeError: ${message}`, address: null })
  })

  it.each(LOADS)('is not written to the console (%s)', (_, message) => {
    reportFailure(new TypeError(message))
    expect(written).not.toHaveBeenCalled()
  })

  it('is recognised by the event of Vite, whatever its words', () => {
    const target = new EventTarget() as unknown as Window
    watchFailures(target)
    const error = new Error('other words')
    expect(isLoadFailure(error)).toBe(false)
    target.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: error }))
    expect(isLoadFailure(error)).toBe(true)
  })

  it('keeps the address that the learner wanted', () => {
    reportFailure(new TypeError('Importing a module script failed.'), '/zh/glossary/')
    expect(failure.value?.address).toBe('/zh/glossary/')
  })
})

describe('a mistake of the app', () => {
  it('is shown with its text, and written to the console for developers', () => {
    const error = new RangeError('boom')
    reportFailure(error)
    expect(failure.value).toEqual({ kind: 'fault', text: 'RangeError: boom', address: null })
    expect(written).toHaveBeenCalledExactlyOnceWith(error)
  })

  it('is shown when a promise was rejected and nobody caught it', () => {
    const target = new EventTarget() as unknown as Window
    watchFailures(target)
    const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason: 'a text' })
    target.dispatchEvent(event)
    expect(failure.value).toEqual({ kind: 'fault', text: 'a text', address: null })
    expect(event.defaultPrevented).toBe(true)
  })

  it('is shown when a listener threw; a picture that did not load is no mistake', () => {
    const target = new EventTarget() as unknown as Window
    watchFailures(target)
    target.dispatchEvent(Object.assign(new Event('error'), { error: null }))
    expect(failure.value).toBeNull()
    target.dispatchEvent(Object.assign(new Event('error'), { error: new Error('thrown') }))
    expect(failure.value?.text).toBe('Error: thrown')
  })
})

it('reports one exception once, and the first of several', () => {
  const first = new Error('first')
  reportFailure(first)
  reportFailure(new Error('second'))
  expect(failure.value?.text).toBe('Error: first')
  failure.value = null
  reportFailure(first)
  expect(failure.value).toBeNull()
})

it('does not report what is on screen already', () => {
  const error = new Error('seen')
  markShown(error)
  reportFailure(error)
  expect(failure.value).toBeNull()
})
