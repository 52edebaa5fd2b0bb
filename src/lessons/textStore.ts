import { shallowReactive } from 'vue'
import type { Lesson, LessonLanguage } from './lessons'

/**
 * The texts of a collection that this visit has loaded: one for the page on screen, then all of a language for later
 * pages.
 */
export interface TextStore {
  /** A text if it is loaded; reactive. */
  get(language: LessonLanguage, id: string): Lesson | null
  fetchOne(language: LessonLanguage, id: string): Promise<void>
  fetchAll(language: LessonLanguage): Promise<void>
}

/** How to load each text, by its file: what `import.meta.glob` returns. */
export type TextLoaders = Readonly<Record<string, () => Promise<Lesson>>>

/** `…/07-set-remote-offer/zh.md` becomes `zh/set-remote-offer`. */
function keyOf(file: string): string {
  return file.replace(/^.*\/(?:\d\d-)?([^/]+)\/(zh|en)\.md$/, '$2/$1')
}

/** Creates the store of a collection. */
export function createTextStore(files: TextLoaders): TextStore {
  const loaders = new Map(Object.entries(files).map(([file, load]) => [keyOf(file), load]))
  const known = shallowReactive(new Map<string, Lesson>())

  async function fetch(key: string) {
    const load = loaders.get(key)
    if (load && !known.has(key)) known.set(key, await load())
  }

  return {
    get: (language, id) => known.get(`${language}/${id}`) ?? null,
    fetchOne: (language, id) => fetch(`${language}/${id}`),
    async fetchAll(language) {
      await Promise.all([...loaders.keys()].filter((key) => key.startsWith(`${language}/`)).map(fetch))
    },
  }
}
