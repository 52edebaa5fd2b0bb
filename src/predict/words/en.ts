import type { QuestionWords } from '../questionWords'

/** Every question in English, by lesson; a chunk of its own. */
export const words: Record<string, Record<string, QuestionWords>> = import.meta.glob(
  '../../../lessons/quiz/*/en.json',
  { eager: true, import: 'default' },
)
