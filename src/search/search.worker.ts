import { createSearch } from './createSearch'
import type { SearchEntry } from './entry'
import { loadEntries } from './loadEntries'
import { toResult } from './result'

/** As many questions let the browser compile what answers them. */
const REHEARSED = 3

// Making the index takes a second on a slow device: here it holds up no typing.
const search = loadEntries().then(startSearch)

function startSearch(entries: readonly SearchEntry[]) {
  const find = createSearch(entries)
  const long = entries.flatMap(({ says }) => says.slice(0, 1)).slice(0, REHEARSED)
  for (const text of long) find(text).map(toResult)
  return find
}

/** The results of a question; null where the texts could not be fetched. */
function answer(question: string) {
  return search.then(
    (find) => find(question).map(toResult),
    () => null,
  )
}

onmessage = ({ data }: MessageEvent<string>) => {
  void answer(data).then((results) => {
    postMessage(results)
  })
}
