import type { Result } from './result'

/** The answer to a query. */
export interface Answered {
  readonly question: string
  readonly results: readonly Result[]
}

/** A search that is running. */
export interface RunningSearch {
  /** Sends a query; `onAnswer` gets the answer to the newest one, earlier answers are dropped. */
  ask(question: string): void
  stop(): void
}

/** The part of a worker that a search needs. */
export type SearchWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

/**
 * Starts the search in a worker, which loads the texts and builds the index. One query is sent at a time: whoever types
 * faster than that gets one answer, to the newest text. Calls `onFail` once if the script or the texts cannot be
 * loaded; the search has stopped then.
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
