import { onScopeDispose } from 'vue'
import { useListener } from './useListener'

/** Network Information API §4: not in every browser, and only on phones with a `type`. */
interface NetworkInformation extends EventTarget {
  readonly type?: string
}

/**
 * Calls back when this device is on a network again, or on one of another type (Wi-Fi, mobile data), until the component
 * is unmounted.
 */
export function useNetworkChange(run: () => void): void {
  useListener('online', run)
  const { connection } = navigator as Navigator & { connection?: NetworkInformation }
  if (connection === undefined) return
  let type = connection.type
  // It also fires for every new estimate of the speed.
  const follow = () => {
    if (connection.type === type) return
    type = connection.type
    run()
  }
  connection.addEventListener('change', follow)
  onScopeDispose(() => {
    connection.removeEventListener('change', follow)
  })
}
