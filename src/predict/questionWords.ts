import { shallowReactive } from 'vue'
import type { Language, Message } from '../i18n/i18n'

/** The words of one question in one language. Code is between backticks. */
export interface QuestionWords {
  readonly ask: string
  /** By the ids of the options. */
  readonly options: Readonly<Record<string, string>>
  /** Why the browser does what it does. */
  readonly why: string
  /** Why a guess is wrong, by the ids of the wrong options. */
  readonly wrong: Readonly<Record<string, string>>
}

type Words = ReadonlyMap<string, QuestionWords>

const loaded = shallowReactive(new Map<Language, Words>())

/** Loads the words of every question in one language, by question id; once. */
export async function loadWords(language: Language): Promise<Words> {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const { words } = language === 'zh' ? await import('./words/zh') : await import('./words/en')
  const found = new Map(Object.values(words).flatMap((file) => Object.entries(file)))
  loaded.set(language, found)
  return found
}

/** One text of a question in both languages. If one language is not loaded, the other replaces it. */
export function questionText(id: string, pick: (words: QuestionWords) => string | undefined): Message {
  const [zh, en] = (['zh', 'en'] as const).map((language) => {
    const words = loaded.get(language)?.get(id)
    return words && pick(words)
  })
  return { zh: zh ?? en ?? '', en: en ?? zh ?? '' }
}
