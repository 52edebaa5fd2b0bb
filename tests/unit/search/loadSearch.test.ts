import { expect, test, vi } from 'vitest'
import { createSearch } from '../../../src/search/createSearch'
import { loadEntries } from '../../../src/search/loadEntries'
import { loadSearch } from '../../../src/search/loadSearch'

const QUERIES = ['ICE failed', '黑屏', 'Called in wrong state: stable']

test('an index built in slices finds the same as one built at once', async () => {
  const [inSlices, atOnce] = [await loadSearch(), createSearch(await loadEntries())]
  for (const query of QUERIES) expect(inSlices(query)).toEqual(atOnce(query))
})

test('the page gets the thread after each 8 ms of work, and before each query asked beforehand', async () => {
  let now = 0
  // Each look at the clock is one text later: three texts are within 8 ms, the fourth is not.
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 2.5))
  let pauses = 0
  await loadSearch(() => {
    pauses += 1
    return Promise.resolve()
  })
  const texts = (await loadEntries()).reduce(
    (sum, { phrases, browserTexts }) => sum + 1 + phrases.length + browserTexts.length,
    0,
  )
  expect(pauses).toBe(Math.floor(texts / 4) + 4)
})
