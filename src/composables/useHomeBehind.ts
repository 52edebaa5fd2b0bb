import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCall } from '../session/callSession'
import { reading } from '../i18n/useI18n'

/**
 * The browser's back leaves the call page for the page before it, in one press, and the call goes on there. If the call
 * page is the first of this tab, that would leave the app and end the call: so once a call has begun, the home page
 * stands before it. Browsers skip entries that a page adds without a press (HTML §7.4.6.1); a step is one.
 */
export function useHomeBehind(hasBegun: () => boolean): void {
  const { controls } = useCall()
  const route = useRoute()
  const router = useRouter()
  if (controls === null) return

  const stop = watch(hasBegun, (begun) => {
    if (!begun) return
    stop()
    // Vue Router keeps there the page that its back leads to.
    const { back } = (globalThis.history.state ?? {}) as { back?: unknown }
    if (back !== null || route.name !== 'call') return
    const { history } = router.options
    const here = route.fullPath
    history.replace(router.resolve({ name: 'home', params: { reading: reading.value } }).fullPath)
    history.push(here)
  })
}
