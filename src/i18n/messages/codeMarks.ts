import type { CodeMark } from '../../lessons/codeBlock'
import { defineMessages } from '../i18n'
import type { Message } from '../i18n'

/** Labels above code that does not run by itself. */
export const codeMarks = defineMessages({
  excerpt: { zh: '节选', en: 'excerpt' },
  start: { zh: '两端，第 1 步之前', en: 'both ends, before step 1' },
}) satisfies Record<CodeMark, Message>
