import { onScopeDispose, shallowRef, watchEffect } from 'vue'
import { useRouter } from 'vue-router'
import { useListener } from '../../browser/useListener'
import { reading } from '../../i18n/useI18n'
import { roleQuery } from '../../tabs/roomRole'
import type { RoomRole } from '../../tabs/roomRole'

/** The tab that this one has opened last; the dialog opens it, and the notice leads to it. */
let opened: Window | null = null

/** The name of the window that plays a role. */
function windowName({ room, end }: RoomRole): string {
  return `handshake-${room}-${String(end)}`
}

/** Opens the tab for another role, of the bench on its page and of the call elsewhere. Call it in a click handler: browsers block it elsewhere, and sometimes there. */
export function useOtherTab() {
  const router = useRouter()
  const isBlocked = shallowRef(false)

  function addressOf(place: RoomRole): string {
    const name = router.currentRoute.value.name === 'bench' ? 'bench' : 'call'
    const to = { name, params: { reading: reading.value }, query: roleQuery(place) }
    return new URL(router.resolve(to).href, location.href).href
  }

  function openTab(place: RoomRole) {
    opened = window.open(addressOf(place), '_blank')
    isBlocked.value = opened === null
  }

  return { isBlocked, addressOf, openTab }
}

/** Gives this window the name of its role, so that the other tab can lead here. */
export function useWindowName(own: () => RoomRole | null): void {
  const before = window.name
  watchEffect(() => {
    const role = own()
    window.name = role === null ? before : windowName(role)
  })
  onScopeDispose(() => {
    window.name = before
  })
}

/**
 * Leads to the tab that plays another role. A page may only do that for a tab that opened it or that it has opened, and
 * a browser may refuse: so from then on `isPointed` holds, for the words that say which tab it is, until the learner
 * comes back.
 */
export function useGoToTab() {
  const isPointed = shallowRef(false)
  useListener('focus', () => {
    isPointed.value = false
  })

  function goTo(place: RoomRole) {
    isPointed.value = true
    const other = opened ?? (window.opener as Window | null)
    // Without such a tab an empty one would open.
    if (other === null || other.closed || nameIn(other) !== windowName(place)) return
    other.focus()
    window.open('', windowName(place))
  }

  return { isPointed, goTo }
}

/** null: it shows a page of another site by now. */
function nameIn(other: Window): string | null {
  try {
    return other.name
  } catch {
    return null
  }
}
