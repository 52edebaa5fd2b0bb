import type { Result } from './result'

/** What a question was answered with. */
export interface Answered {
  readonly question: string
  readonly results: readonly Result[]
}

/** A search that runs. */
export interface RunningSearch {
  /** Asks; the answer to the newest question comes to `onAnswer`, those to older ones are dropped. */
  ask(question: string): void
  stop(): void
}

/** The part of a worker that a search needs. */
export type SearchWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

/**
 * Starts the search in a worker, which fetches the texts and makes the index. One question is out at a time: whoever
 * types faster than the answers come is answered once, for what stands there then. Calls `onFail` once where the
 * script or the texts cannot be loaded; the search has stopped then.
 */
export function startSearch(
  onAnswer: (answered: Answered) => void,
  onFail: () => void,
  worker: SearchWorker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }),
): RunningSearch {
  let asked: string | null = null
  let next: string | null = null

  function send(question: string) {
    asked = question
    next = null
    worker.postMessage(question)
  }

  function fail() {
    worker.terminate()
    onFail()
  }

  worker.onmessage = ({ data }: MessageEvent<readonly Result[] | null>) => {
    const question = asked
    asked = null
    if (data === null) fail()
    else if (next !== null) send(next)
    else if (question !== null) onAnswer({ question, results: data })
  }
  worker.onerror = fail

  return {
    ask(question) {
      if (asked === null) send(question)
      else next = question
    },
    stop() {
      worker.terminate()
    },
  }
}
