import { shallowReactive } from 'vue'
import type { Apart, Lesson, LessonLanguage, Texts } from './lessons'

/** Texts of a kind that this visit has fetched: one for the page on screen, all of a language for the next. */
export interface TextStore {
  /** A text, if it is there; reactive. */
  get(language: LessonLanguage, id: string): Lesson | null
  fetchOne(language: LessonLanguage, id: string): Promise<void>
  fetchAll(language: LessonLanguage): Promise<void>
}

/** Makes the store of a kind: `apart` fetches one text, `loadAll` those of a language together. */
export function createTextStore(
  apart: Apart,
  loadAll: (language: LessonLanguage) => Promise<Texts>,
): TextStore {
  const known = shallowReactive(new Map<string, Lesson>())

  return {
    get: (language, id) => known.get(`${language}/${id}`) ?? null,
    async fetchOne(language, id) {
      const key = `${language}/${id}`
      const load = apart[language][id]
      if (!known.has(key) && load) known.set(key, (await load()).text)
    },
    async fetchAll(language) {
      for (const [id, text] of Object.entries(await loadAll(language))) known.set(`${language}/${id}`, text)
    },
  }
}
