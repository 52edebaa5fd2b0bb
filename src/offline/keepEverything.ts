import type { Keeping, PageMessage } from '../../service-worker/messages'

export type { Keeping }

/** Asks the service worker what it has not stored yet, or to store it; `onReport` may be called many times. */
export function askWorker(
  worker: Pick<ServiceWorker, 'postMessage'>,
  type: 'how-much' | 'keep-all',
  onReport: (report: Keeping) => void,
): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }: MessageEvent<Keeping>) => {
    onReport(data)
    if (data.left === 0 || data.hasFailed || type === 'how-much') port1.close()
  }
  worker.postMessage({ type } satisfies PageMessage, [port2])
}
