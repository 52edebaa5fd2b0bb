import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { useCopy } from '../../../src/browser/useCopy'

let copied: string[]

/** A page whose `execCommand('copy')` asks listeners for the text, as browsers do, or does nothing. */
function stubPage({ clipboard, obeys = true }: { clipboard?: object; obeys?: boolean }) {
  const page = new EventTarget()
  const execCommand = () => {
    const setData = (_type: string, text: string) => copied.push(text)
    if (obeys) page.dispatchEvent(Object.assign(new Event('copy'), { clipboardData: { setData } }))
    return obeys
  }
  vi.stubGlobal('document', Object.assign(page, { execCommand }))
  vi.stubGlobal('navigator', { clipboard })
  return effectScope().run(useCopy)!
}

const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) }

beforeEach(() => {
  copied = []
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('says that it has copied, for a moment', async () => {
  const { copy, copied: isCopied } = stubPage({ clipboard })
  await copy('v=0')
  expect([copied, isCopied.value]).toEqual([['v=0'], true])
  vi.runAllTimers()
  expect(isCopied.value).toBe(false)
})

test.each([
  ['an insecure page has no clipboard', undefined],
  [
    'a permission may be denied',
    { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) },
  ],
])('%s: the copy command does it', async (_why, denied) => {
  const { copy, copied: isCopied } = stubPage(denied === undefined ? {} : { clipboard: denied })
  await copy('v=0')
  await copy('a=mid:0')
  expect([copied, isCopied.value]).toEqual([['v=0', 'a=mid:0'], true])
})

test('says nothing of a text that could not be copied', async () => {
  const { copy, copied: isCopied } = stubPage({ obeys: false })
  await copy('v=0')
  expect([copied, isCopied.value]).toEqual([[], false])
})
