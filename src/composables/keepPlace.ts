import { watch } from 'vue'
import type { LocationQueryRaw, Router } from 'vue-router'
import type { Place } from '../tabs/place'
import { placeQuery } from '../tabs/place'

/** Keeps in every address which room and which end this tab plays, so that a reload comes back to its seat. */
export function keepPlace(router: Router, place: () => Place | null): void {
  function withPlace({ room: _room, end: _end, ...query }: LocationQueryRaw): LocationQueryRaw {
    const kept = place()
    return kept ? { ...query, ...placeQuery(kept) } : query
  }

  router.beforeEach(({ name, params, hash, query }) => {
    const kept = withPlace(query)
    const isKept = kept['room'] === query['room'] && kept['end'] === query['end']
    return isKept || !name ? true : { name, params, hash, query: kept }
  })

  watch(place, () => {
    const { name, params, hash, query } = router.currentRoute.value
    if (name) void router.replace({ name, params, hash, query: withPlace(query) })
  })
}
