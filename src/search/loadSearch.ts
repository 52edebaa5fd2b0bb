import { indexEntries } from './createSearch'
import type { Search } from './createSearch'
import { loadEntries } from './loadEntries'

/** Milliseconds of work between two pauses: typing and drawing wait no longer. */
const SLICE = 8
/**
 * So many texts are asked for before the first query, in both languages: the browser then has compiled what answers
 * one, and has the dictionary of Chinese words.
 */
const REHEARSED = 4

/**
 * Loads the texts and makes the search, in short slices on the page's thread: a query is then answered at once, while
 * an answer from a worker waits for the page's next frame. Rejects if the texts do not load.
 */
export async function loadSearch(pause: () => Promise<void> = nextTask): Promise<Search> {
  const entries = await loadEntries()
  const indexing = indexEntries(entries)
  let began = performance.now()
  for (;;) {
    const { done, value: search } = indexing.next()
    if (done) {
      const texts = entries.flatMap(({ browserTexts: [text], title }) =>
        text === undefined ? [] : [title.zh, text],
      )
      for (const text of texts.slice(0, REHEARSED)) {
        await pause()
        search(text)
      }
      return search
    }
    if (performance.now() - began < SLICE) continue
    await pause()
    began = performance.now()
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
