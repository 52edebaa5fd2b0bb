import { shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { reading } from '../../i18n/useI18n'
import { roleQuery } from '../../tabs/roomRole'
import type { RoomRole } from '../../tabs/roomRole'

/** Opens the tab for another role. Call it in a click handler: browsers block it elsewhere, and sometimes there. */
export function useOtherTab() {
  const router = useRouter()
  const isBlocked = shallowRef(false)

  function addressOf(place: RoomRole): string {
    const to = { name: 'call', params: { reading: reading.value }, query: roleQuery(place) }
    return new URL(router.resolve(to).href, location.href).href
  }

  function openTab(place: RoomRole) {
    isBlocked.value = window.open(addressOf(place), '_blank') === null
  }

  return { isBlocked, addressOf, openTab }
}
