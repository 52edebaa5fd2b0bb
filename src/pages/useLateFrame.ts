import type { ShallowRef } from 'vue'
import type { CallFrame } from '../session/callFrame'
import { useCall } from '../session/callSession'
import { useLater } from '../session/drawing'
import { useSelectedLesson } from '../composables/useSelectedLesson'
import type { LessonId } from '../lessons/lessonIds'

/** What the lesson and the evidence show: a frame of the call, and the lesson selected at the same time. */
export interface LateFrame {
  readonly frame: CallFrame
  readonly lesson: LessonId
}

/**
 * The page's frame with the low priority, for the parts that are slow to draw: long texts must not delay the first
 * frame after a click. One per page, so that its parts agree.
 */
export function useLateFrame(): Readonly<ShallowRef<LateFrame>> {
  const call = useCall()
  const { selected } = useSelectedLesson()
  return useLater(() => ({ frame: call.frame.value, lesson: selected.value }))
}
