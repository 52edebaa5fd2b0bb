import { useRoute, useRouter } from 'vue-router'
import { useCall } from '../session/callSession'
import { reading } from '../i18n/useI18n'
import type { LessonId } from '../lessons/lessonIds'
import { withPosition } from './addressPosition'
import { FIRST, lessonOfCheckpoint, indexOfLesson } from './selectedLesson'

/** How the map, the ticks and the keys show another moment. */
export function useLookBack() {
  const { history } = useCall()
  const route = useRoute()
  const router = useRouter()

  /** Opens a lesson and, if the log reaches it, the moment when its step was just done. */
  function show(id: LessonId) {
    const checkpoints = history.checkpoints.value
    const moment = indexOfLesson(id, checkpoints)
    // A step that has not run has a note but no moment, so the moment on screen stays.
    open(id, moment === null ? history.cursor.value : id === newest() ? null : moment)
  }

  function open(id: LessonId, at: number | null) {
    void router.push({
      name: 'call',
      params: { reading: reading.value, step: id },
      query: withPosition(route.query, at),
    })
  }

  /** The lesson of the newest checkpoint. */
  function newest(): LessonId | null {
    const checkpoints = history.checkpoints.value
    const last = checkpoints.at(-1)
    return last === undefined ? null : lessonOfCheckpoint(last, checkpoints)
  }

  return {
    show,
    /** Shows the beginning of the call; before it has begun, the first lesson. */
    first() {
      if (history.checkpoints.value.length > 1) history.lookAt(0)
      else show(FIRST)
    },
    /** Shows the newest moment. */
    last() {
      history.lookAt(null)
      open(newest() ?? FIRST, null)
    },
  }
}
