import type { Message } from '../../i18n/i18n'
import type { LabQuestion, LabWords } from '../../labs/lab'
import type { LoadedLab } from '../../labs/labTexts'

/** A text of a lab in both languages; empty where a language lacks it. */
export function pair(
  { words }: Pick<LoadedLab, 'words'>,
  pick: (from: LabWords) => string | undefined,
): Message {
  return { zh: pick(words.zh) ?? '', en: pick(words.en) ?? '' }
}

/** A question of a lab in both languages. */
export interface PairedQuestion {
  readonly question: Message
  readonly options: readonly Message[]
  readonly right: number
  readonly because: Message
}

/** A question in both languages. Both have the same number of answers and the same right one. */
export function pairedQuestion(
  { words }: Pick<LoadedLab, 'words'>,
  pick: (from: LabWords) => LabQuestion,
): PairedQuestion {
  const [zh, en] = [pick(words.zh), pick(words.en)]
  return {
    question: { zh: zh.question, en: en.question },
    options: zh.options.map((option, index) => ({ zh: option, en: en.options[index] ?? option })),
    right: zh.right,
    because: { zh: zh.because, en: en.because },
  }
}
