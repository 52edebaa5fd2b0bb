import { computed, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCall } from '../session/callSession'
import { reading } from '../i18n/useI18n'
import type { LessonId } from '../lessons/lessonIds'
import { positionOf, withPosition } from './addressPosition'
import { useHomeBehind } from './useHomeBehind'
import { arrivalOf, currentLessonOf, FIRST, lessonOfCheckpoint } from './selectedLesson'

/** Milliseconds before the address gets the position: browsers refuse more than about 200 changes in 10 s. */
const SETTLED = 200

/**
 * Keeps the address and the moment on screen in step. The step in the address follows the call, or the moment while
 * looking back; `?at=` is the position while looking back. A run to a step changes the lesson only once, at its end:
 * the learner chose that lesson and reads it. The note of the last step stays when the call connects.
 */
export function useFollow(): {
  currentLesson: Readonly<ShallowRef<LessonId | null>>
  arrived: Readonly<ShallowRef<LessonId | null>>
} {
  const { history, playback, controls } = useCall()
  const route = useRoute()
  const router = useRouter()
  const currentLesson = computed(() =>
    currentLessonOf(history.view.value, lessonOfCheckpoint(history.here.value, history.checkpoints.value)),
  )
  const arrived = shallowRef<LessonId | null>(null)
  let followed = currentLesson.value

  function writeAddress(step = route.params['step']) {
    const at = history.cursor.value
    if (step === route.params['step'] && at === positionOf(route.query)) return
    const params = { reading: reading.value, step }
    void router.replace({ name: 'call', params, query: withPosition(route.query, at) })
  }

  useHomeBehind(() => currentLesson.value !== null || playback.runningTo.value !== null)

  let settling: ReturnType<typeof setTimeout> | undefined
  function writeMoment() {
    clearTimeout(settling)
    settling = setTimeout(() => {
      if (route.name === 'call') writeAddress()
    }, SETTLED)
  }

  watch([currentLesson, history.cursor, playback.runningTo], ([now, cursor, target], [, past, run]) => {
    if (target !== null) return
    if (now === followed) {
      if (cursor === null) writeAddress()
      else writeMoment()
      return
    }
    const before = { lesson: followed, cursor: past, target: run }
    followed = now
    if (cursor === null) arrived.value = now
    // A recording goes to its connection by a step of its own.
    const lesson = controls === null ? now : arrivalOf({ lesson: now, cursor, target }, before)
    writeAddress(lesson ?? FIRST)
  })

  // After a click on the map, a link or the browser's own back, the address leads.
  watch(
    () => positionOf(route.query),
    (at) => {
      if (route.name !== 'call' || at === history.cursor.value) return
      // The previous moment stays on screen for one more frame, and must not go into the address.
      clearTimeout(settling)
      history.lookAt(at)
    },
  )

  return { currentLesson, arrived }
}
