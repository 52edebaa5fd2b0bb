import { shortcutOf } from './shortcuts'
import type { Shortcut } from './shortcuts'
import { useListener } from '../browser/useListener'

/** Listens for single keys until the component is unmounted. Keys without an action are not handled. */
export function useShortcuts(actions: Partial<Record<Shortcut, (key: string) => void>>): void {
  useListener('keydown', (event) => {
    const shortcut = shortcutOf(event)
    const act = shortcut && actions[shortcut]
    if (!act) return
    event.preventDefault()
    act(event.key)
  })
}
