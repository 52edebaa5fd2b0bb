import { mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { defineComponent } from 'vue'
import { useNetworkChange } from '../../../src/browser/useNetworkChange'

afterEach(() => {
  vi.unstubAllGlobals()
})

function listenWith(connection?: EventTarget & { type?: string }) {
  vi.stubGlobal('navigator', { connection })
  const run = vi.fn()
  const page = mount(
    defineComponent({
      setup() {
        useNetworkChange(run)
        return () => null
      },
    }),
  )
  return { run, page }
}

test('a device that is online again, or on a network of another type, calls back', () => {
  const connection = Object.assign(new EventTarget(), { type: 'wifi' })
  const { run, page } = listenWith(connection)
  dispatchEvent(new Event('online'))
  expect(run).toHaveBeenCalledTimes(1)
  connection.dispatchEvent(new Event('change'))
  expect(run, 'only the speed has changed').toHaveBeenCalledTimes(1)
  connection.type = 'cellular'
  connection.dispatchEvent(new Event('change'))
  expect(run).toHaveBeenCalledTimes(2)
  page.unmount()
  connection.type = 'wifi'
  connection.dispatchEvent(new Event('change'))
  dispatchEvent(new Event('online'))
  expect(run).toHaveBeenCalledTimes(2)
})

test('a browser that knows nothing of its network still says when it is online', () => {
  const { run } = listenWith()
  dispatchEvent(new Event('online'))
  expect(run).toHaveBeenCalledTimes(1)
})
