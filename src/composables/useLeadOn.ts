import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCall } from '../session/callSession'
import { shownAction } from '../session/nextAction'
import { firstDoor, isLedOn, leadOf } from './leadOn'
import type { Lead } from './leadOn'
import { showDueStop } from './stopQuestion'
import { useSelectedLesson } from './useSelectedLesson'
import { wayOut } from './wayOut'

/**
 * What the primary button and the key → do: they drive the call, show the question of a talk's stop point first, take
 * the way out of a failed step, and lead on from a connected call.
 */
export function useLeadOn(): { lead: ComputedRef<Lead>; press(): void } {
  const { frame, playback } = useCall()
  const route = useRoute()
  const router = useRouter()
  const { selected, select } = useSelectedLesson()
  const lead = computed(() => leadOf(selected.value, route.query['tab']))

  return {
    lead,
    press() {
      const { kind, does } = shownAction(frame.value)
      if (kind === 'run' && showDueStop()) return
      if (kind === 'retry' && wayOut.value !== null) wayOut.value.act()
      else if (does !== 'lead-on') playback.next()
      else if (lead.value === 'connected') select('connected')
      else if (lead.value === 'door' && firstDoor.value !== null) firstDoor.value.open()
      else {
        isLedOn.value = true
        void router.replace({ query: { ...route.query, tab: 'next' } })
      }
    },
  }
}
