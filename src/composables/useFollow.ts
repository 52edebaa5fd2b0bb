import { computed, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCall } from '../call/callStore'
import { reading } from '../i18n/useI18n'
import type { LessonId } from '../lessons/lessonIds'
import { FIRST, spotOf } from './focus'

/**
 * Moves the focus along as the call runs. Running up to a step moves it once, at the end: the learner
 * chose that step's note and is reading it.
 */
export function useFollow(): {
  spot: Readonly<ShallowRef<LessonId | null>>
  arrived: Readonly<ShallowRef<LessonId | null>>
} {
  const call = useCall()
  const route = useRoute()
  const router = useRouter()
  const spot = computed<LessonId | null>((before) => spotOf(call.view.value, before))
  const arrived = shallowRef<LessonId | null>(null)
  let followed = spot.value

  watch([spot, call.runningTo], () => {
    if (call.runningTo.value !== null || spot.value === followed) return
    followed = spot.value
    arrived.value = followed
    const params = { reading: reading.value, step: followed ?? FIRST }
    void router.replace({ name: 'call', params, query: route.query })
  })

  return { spot, arrived }
}
