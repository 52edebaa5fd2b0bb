import { shallowReactive } from 'vue'
import type { Language, Message } from '../i18n/i18n'

/** What one question says, in one language. Backticks mark code. */
export interface QuestionWords {
  readonly ask: string
  /** Under the options' ids. */
  readonly options: Readonly<Record<string, string>>
  /** Why the browser does what it does. */
  readonly why: string
  /** Where a guess went wrong, under the ids of the options that may be. */
  readonly wrong: Readonly<Record<string, string>>
}

type Words = ReadonlyMap<string, QuestionWords>

const loaded = shallowReactive(new Map<Language, Words>())

/** Loads the words of every question in one language, under the questions' ids; once. */
export async function loadWords(language: Language): Promise<Words> {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const { words } = language === 'zh' ? await import('./words/zh') : await import('./words/en')
  const found = new Map(Object.values(words).flatMap((file) => Object.entries(file)))
  loaded.set(language, found)
  return found
}

/** One text of a question in both languages. Of a language that is not there yet, the other stands in. */
export function questionText(id: string, pick: (words: QuestionWords) => string | undefined): Message {
  const [zh, en] = (['zh', 'en'] as const).map((language) => {
    const words = loaded.get(language)?.get(id)
    return words && pick(words)
  })
  return { zh: zh ?? en ?? '', en: en ?? zh ?? '' }
}
