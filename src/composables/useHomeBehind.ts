import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCall } from '../session/callSession'
import { reading } from '../i18n/useI18n'
import { pageTitle } from './pageTitle'

/**
 * The browser's back leaves the call page for the page before it, in one press, and the call goes on there. If the call
 * page is the first of this tab, that would leave the app and end the call: so once a call has begun, the home page
 * stands before it, under its own title. Browsers skip entries that a page adds without a press (HTML §7.4.6.1); a step
 * is one.
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
    // Browsers list an entry under the title that the document had while it was the current one.
    const { title } = document
    history.replace(router.resolve({ name: 'home', params: { reading: reading.value } }).fullPath)
    document.title = pageTitle(reading.value, 'home')
    history.push(here)
    document.title = title
  })
}
