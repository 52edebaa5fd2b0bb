import { closedRefusal } from './errors'

export interface OperationsChain {
  /** Runs a method after the earlier ones; one that is pending when the connection closes never settles. */
  run<T>(method: string, work: () => T): Promise<T>
  isEmpty(): boolean
}

/** The operations chain of a connection (WebRTC §4.4.1.2). */
export function createOperationsChain(isClosed: () => boolean, onEmpty: () => void): OperationsChain {
  let last: Promise<unknown> = Promise.resolve()
  let length = 0

  function leave() {
    length -= 1
    if (length === 0 && !isClosed()) onEmpty()
  }

  return {
    run<T>(method: string, work: () => T) {
      if (isClosed()) return Promise.reject<T>(closedRefusal(method))
      length += 1
      const result = last.then(() => (isClosed() ? new Promise<T>(() => undefined) : work()))
      last = result.then(leave, leave)
      return result
    },
    isEmpty: () => length === 0,
  }
}
