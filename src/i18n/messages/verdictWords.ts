import type { Message } from '../i18n'

/** What is said about one fault. Places in braces are facts of its verdict. */
export interface VerdictWords {
  /** What happened. */
  readonly what: Message
  /** What happened instead, by the fact `variant` or `what` of the verdict. */
  readonly variants?: Readonly<Record<string, Message>>
  /** What to look at next. */
  readonly look: Message
  /** What would settle it, where the file does not. */
  readonly settles: Message
  readonly mend: Message
}
