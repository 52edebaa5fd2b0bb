import { shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { reading } from '../../i18n/useI18n'
import { placeQuery } from '../../tabs/place'
import type { Place } from '../../tabs/place'

/** Opens the tab of another place. To be called in a click: browsers block it elsewhere, and sometimes there. */
export function useOtherTab() {
  const router = useRouter()
  const isBlocked = shallowRef(false)

  function addressOf(place: Place): string {
    const to = { name: 'call', params: { reading: reading.value }, query: placeQuery(place) }
    return new URL(router.resolve(to).href, location.href).href
  }

  function openTab(place: Place) {
    isBlocked.value = window.open(addressOf(place), '_blank') === null
  }

  return { isBlocked, addressOf, openTab }
}
