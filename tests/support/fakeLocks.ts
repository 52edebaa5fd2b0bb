interface Waiting {
  mode: LockMode
  grant(): void
}

/** Web Locks inside one process: exclusive and shared requests in one queue per name, which a signal can abort. */
export function createFakeLocks(): LockManager {
  const queues = new Map<string, { held: Waiting[]; waiting: Waiting[] }>()

  function look(name: string) {
    const queue = queues.get(name)
    const first = queue?.waiting[0]
    if (queue === undefined || first === undefined) return
    const isFree =
      queue.held.length === 0 ||
      (first.mode === 'shared' && queue.held.every(({ mode }) => mode === 'shared'))
    if (!isFree) return
    queue.waiting.shift()
    queue.held.push(first)
    first.grant()
    look(name)
  }

  function request(name: string, options: LockOptions, work: () => unknown): Promise<unknown> {
    const queue = queues.get(name) ?? { held: [], waiting: [] }
    queues.set(name, queue)
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        mode: options.mode ?? 'exclusive',
        grant: () =>
          void Promise.resolve()
            .then(work)
            .then(resolve, reject)
            .finally(() => {
              queue.held = queue.held.filter((other) => other !== one)
              look(name)
            }),
      }
      options.signal?.addEventListener('abort', () => {
        queue.waiting = queue.waiting.filter((other) => other !== one)
        reject(new DOMException('given up', 'AbortError'))
      })
      queue.waiting.push(one)
      look(name)
    })
  }

  return { request } as unknown as LockManager
}
