import type { Lesson } from './lessons'
import { createTextStore } from './textStore'

/** The texts of the concepts. */
export const conceptTexts = createTextStore(
  import.meta.glob<Lesson>('../../lessons/concepts/*/*.md', { import: 'text' }),
)
