import { shortcutOf } from './shortcuts'
import type { Shortcut } from './shortcuts'
import { useListener } from '../browser/useListener'

/** Listens for single keys while the component lives; keys without an action are left alone. */
export function useShortcuts(actions: Partial<Record<Shortcut, (key: string) => void>>): void {
  useListener('keydown', (event) => {
    const shortcut = shortcutOf(event)
    const act = shortcut && actions[shortcut]
    if (!act) return
    event.preventDefault()
    act(event.key)
  })
}
