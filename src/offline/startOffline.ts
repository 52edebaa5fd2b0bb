import { keepOffline } from './keepOffline'
import { update } from './update'

/** Stores this page's app for use without network. */
export function startOffline(root: string): void {
  const { serviceWorker, connection } = navigator as Partial<Navigator> & {
    connection?: { saveData?: boolean }
  }
  void keepOffline({
    container: serviceWorker,
    root,
    savesData: connection?.saveData === true,
    script: document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '',
    onUpdate: (load) => {
      update.value = load
    },
    reload: () => {
      location.reload()
    },
  })
}
