import { onMounted, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { whenIdle } from './whenIdle'

/**
 * Loads a module when the browser is idle, and is null until then: for what adds to a page and is not in its first
 * view. If it cannot be loaded, the page stays without it. Call it in a component's setup.
 */
export function useIdleModule<T extends object>(load: () => Promise<T>): Readonly<ShallowRef<T | null>> {
  const module: ShallowRef<T | null> = shallowRef(null)
  onMounted(() => {
    whenIdle(() => {
      load().then(
        (loaded) => (module.value = loaded),
        () => undefined,
      )
    })
  })
  return module
}
