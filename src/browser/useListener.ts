import { onScopeDispose } from 'vue'

/** Listens on the window until the component is unmounted. */
export function useListener<Type extends keyof WindowEventMap>(
  type: Type,
  listener: (event: WindowEventMap[Type]) => void,
  options?: AddEventListenerOptions,
): void {
  if (import.meta.env.SSR) return
  addEventListener(type, listener, options)
  onScopeDispose(() => {
    removeEventListener(type, listener, options)
  })
}
