import { watch } from 'vue'
import type { LocationQueryRaw, RouteLocation, Router } from 'vue-router'
import { firstLanguage } from '../i18n/i18n'
import { common } from '../i18n/messages/common'
import { reading } from '../i18n/useI18n'
import type { RoomRole } from '../tabs/roomRole'
import { roleQuery } from '../tabs/roomRole'

/**
 * Keeps the room and the role of this tab in every address, so that a reload takes the same role again, and in its
 * title. `roleAt`: the role on a page; the bench has another than the call.
 */
export function keepRoomRole(router: Router, roleAt: (page: RouteLocation['name']) => RoomRole | null): void {
  const role = () => roleAt(router.currentRoute.value.name)

  function withRole(
    { room: _room, end: _end, via: _via, ...query }: LocationQueryRaw,
    kept: RoomRole | null,
  ) {
    return kept ? { ...query, ...roleQuery(kept) } : query
  }

  router.beforeEach(({ name, params, hash, query }) => {
    // Its address names another kind of room.
    if (name === 'room') return true
    const kept: LocationQueryRaw = withRole(query, roleAt(name))
    const isKept = kept['room'] === query['room'] && kept['end'] === query['end']
    return isKept || !name ? true : { name, params, hash, query: kept }
  })

  // Tabs of one room differ in their titles.
  let prefix = ''
  function nameTab() {
    const plain = document.title.startsWith(prefix) ? document.title.slice(prefix.length) : document.title
    const end = role()?.end
    prefix = end ? `${common[end][firstLanguage(reading.value)]} · ` : ''
    document.title = prefix + plain
  }
  router.afterEach(() => {
    prefix = ''
    nameTab()
  })

  watch(role, () => {
    nameTab()
    const { name, params, hash, query } = router.currentRoute.value
    if (name && name !== 'room') void router.replace({ name, params, hash, query: withRole(query, role()) })
  })
}
