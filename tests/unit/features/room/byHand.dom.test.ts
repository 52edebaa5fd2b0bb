import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import HandOver from '../../../../src/features/room/HandOver.vue'
import HandTake from '../../../../src/features/room/HandTake.vue'

let prefersStill = false

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('matchMedia', (media: string) =>
    Object.assign(new EventTarget(), { media, matches: media.includes('reduced-motion') && prefersStill }),
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open(parts: string[]) {
  const page = mount(HandOver, { props: { out: { text: '{}', fragment: 'offer=1.x', parts } as never } })
  return {
    page,
    part: () => page.get('[data-hand-part]').text(),
    press: (action: string) => page.get(`[data-action="${action}"]`).trigger('click'),
    async wait(milliseconds: number) {
      await vi.advanceTimersByTimeAsync(milliseconds)
    },
  }
}

test('several codes take turns, stand still while paused, and go on', async () => {
  prefersStill = false
  const { page, part, press, wait } = open(['part=1', 'part=2', 'part=3'])
  expect(part()).toBe('1 / 3')
  await wait(2_500)
  expect(part()).toBe('2 / 3')
  await wait(5_000)
  expect(part()).toBe('1 / 3')
  await press('play-parts')
  await wait(10_000)
  expect(part()).toBe('1 / 3')
  await press('previous-part')
  expect(part()).toBe('3 / 3')
  await press('play-parts')
  await wait(2_500)
  expect(part()).toBe('1 / 3')
  // Who goes by hand wants to stay there.
  await press('next-part')
  await wait(10_000)
  expect(part()).toBe('2 / 3')
  page.unmount()
})

test('under reduced motion the codes stand still until somebody starts them', async () => {
  prefersStill = true
  const { page, part, press, wait } = open(['part=1', 'part=2'])
  await wait(10_000)
  expect(part()).toBe('1 / 2')
  await press('play-parts')
  await wait(2_500)
  expect(part()).toBe('2 / 2')
  page.unmount()
})

test('one code has nothing to turn', () => {
  const { page } = open(['offer=1.x'])
  expect(page.find('[data-action="play-parts"]').exists()).toBe(false)
  page.unmount()
})

test('a file that is dropped is taken, and the page does not open it', async () => {
  vi.useRealTimers()
  const page = mount(HandTake, { props: { said: null } })
  const dropped = new Event('drop', { bubbles: true, cancelable: true })
  Object.assign(dropped, { dataTransfer: { files: [new File(['{"type":"offer"}'], 'offer.json')] } })
  page.get('form').element.dispatchEvent(dropped)
  await vi.waitFor(() => expect(page.emitted('take')).toEqual([['{"type":"offer"}']]))
  expect(dropped.defaultPrevented).toBe(true)
  page.unmount()
})
