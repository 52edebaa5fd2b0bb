import type { Lesson } from './lessons'
import { createTextStore } from './textStore'

/** The texts of the steps. */
export const lessonTexts = createTextStore(
  import.meta.glob<Lesson>('../../lessons/steps/*/*.md', { import: 'text' }),
)
