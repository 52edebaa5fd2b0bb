import type { LabBench } from './labBench'

/** A route could not go on: what it waited for did not happen in time. */
export class RouteStuck extends Error {
  override readonly name = 'RouteStuck'
}

export interface WaitOptions {
  /** Milliseconds after which a wait gives up. */
  limit?: number
  /** Stops the route: the page was left. */
  signal?: AbortSignal
}

/** More than the longest measured wait: Firefox gives up ICE after 11 s, Chromium shows `failed` after 18 s. */
const LIMIT = 60_000

/** Waits until the history of a bench shows something. */
export function waitFor(
  bench: LabBench,
  isThere: () => boolean,
  what: string,
  { limit = LIMIT, signal }: WaitOptions = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: () => void = () => undefined
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
      stop()
      settle()
    }
    const leave = () => {
      end(() => {
        reject(new RouteStuck('The bench was left.'))
      })
    }
    const timer = setTimeout(() => {
      end(() => {
        reject(new RouteStuck(`Waited in vain for ${what}.`))
      })
    }, limit)
    const look = () => {
      if (signal?.aborted === true) leave()
      else if (isThere()) end(resolve)
    }
    signal?.addEventListener('abort', leave)
    stop = bench.onChange(look)
    look()
  })
}
