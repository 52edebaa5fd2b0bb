import type { Lesson } from './lessons'
import { createTextStore } from './textStore'

/** The texts of the errors. */
export const errorTexts = createTextStore(
  import.meta.glob<Lesson>('../../lessons/errors/*/*.md', { import: 'text' }),
)
