import type { Ref } from 'vue'
import type { LessonId } from '../../lessons/lessonIds'
import { loadLessons } from '../../lessons/lessons'
import { useText } from '../../lessons/useText'

/** The lesson in focus in the learner's reading. */
export function useLesson(id: Ref<LessonId>) {
  return useText(id, loadLessons)
}
