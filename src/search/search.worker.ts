import { createSearch } from './createSearch'
import type { SearchEntry } from './entry'
import { loadEntries } from './loadEntries'
import { toResult } from './result'

/** Number of queries that let the browser compile the code of the search. */
const REHEARSED = 3

// Building the index takes a second on a slow device; in this worker it does not block typing.
const search = loadEntries().then(startSearch)

function startSearch(entries: readonly SearchEntry[]) {
  const find = createSearch(entries)
  const long = entries.flatMap(({ says }) => says.slice(0, 1)).slice(0, REHEARSED)
  for (const text of long) find(text).map(toResult)
  return find
}

/** The results of a query; null if the texts could not be loaded. */
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
