import { useRoute, useRouter } from 'vue-router'
import { useCall } from '../session/callSession'
import { reading } from '../i18n/useI18n'
import type { LessonId } from '../lessons/lessonIds'
import { withPosition } from './addressPosition'
import { FIRST, lessonOfCheckpoint, indexOfLesson } from './selectedLesson'

/** The ways to another moment that the map, the ticks and the keys offer. */
export function useLookBack() {
  const { history } = useCall()
  const route = useRoute()
  const router = useRouter()

  /** Opens a lesson and, where the log has come to it, the moment when its step had just finished. */
  function show(id: LessonId) {
    const checkpoints = history.checkpoints.value
    const moment = indexOfLesson(id, checkpoints)
    // What has not happened yet has a note but no moment: the screen stays where it is.
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
    /** The beginning of the call; before it has begun, the first lesson. */
    first() {
      if (history.checkpoints.value.length > 1) history.lookAt(0)
      else show(FIRST)
    },
    /** Now. */
    last() {
      history.lookAt(null)
      open(newest() ?? FIRST, null)
    },
  }
}
