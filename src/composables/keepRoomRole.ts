import { watch } from 'vue'
import type { LocationQueryRaw, Router } from 'vue-router'
import type { RoomRole } from '../tabs/roomRole'
import { roleQuery } from '../tabs/roomRole'

/** Keeps the room and the role of this tab in every address, so that a reload takes the same role again. */
export function keepRoomRole(router: Router, role: () => RoomRole | null): void {
  function withRole({ room: _room, end: _end, ...query }: LocationQueryRaw): LocationQueryRaw {
    const kept = role()
    return kept ? { ...query, ...roleQuery(kept) } : query
  }

  router.beforeEach(({ name, params, hash, query }) => {
    const kept = withRole(query)
    const isKept = kept['room'] === query['room'] && kept['end'] === query['end']
    return isKept || !name ? true : { name, params, hash, query: kept }
  })

  watch(role, () => {
    const { name, params, hash, query } = router.currentRoute.value
    if (name) void router.replace({ name, params, hash, query: withRole(query) })
  })
}
