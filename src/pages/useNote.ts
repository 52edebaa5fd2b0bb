import { computed } from 'vue'
import type { Ref } from 'vue'
import { useText } from '../composables/useText'
import type { LessonId } from '../lessons/lessonIds'
import { lessonTexts } from '../lessons/lessonTexts'
import { noteParts } from '../lessons/noteParts'
import { readingSections } from '../lessons/readingSections'

/** The text of a note in the learner's reading, and its parts. */
export function useNote(lesson: Ref<LessonId>) {
  const { lesson: text, hasFailed, load } = useText(lesson, lessonTexts)
  const parts = computed(() => {
    if (text.value === null) return noteParts([])
    const { first, secondary, reading } = text.value
    return noteParts(readingSections(first, secondary, reading))
  })
  return { text, parts, hasFailed, load }
}

/** A note in one reading, with the English one if the reading is both languages. */
export type NoteText = NonNullable<ReturnType<typeof useNote>['text']['value']>
