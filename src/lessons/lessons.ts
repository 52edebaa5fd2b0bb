export type LessonLanguage = 'zh' | 'en'

/** A part of a lesson, under one heading; the part before the first heading is `prose`. */
export interface LessonSection {
  readonly id: string
  readonly title: string
  /** The HTML of each top-level block, made and escaped at build time. */
  readonly blocks: readonly string[]
}

/** One lesson in one language. */
export interface Lesson {
  readonly title: string
  readonly summary: string
  readonly sections: readonly LessonSection[]
}

/** The texts of one language, by id. */
export type Texts = Readonly<Record<string, Lesson>>

/** How to fetch each text by itself, by language and id. */
export type Apart = Readonly<
  Record<LessonLanguage, Readonly<Record<string, () => Promise<{ text: Lesson }>>>>
>

/** The lessons of one language by id; fetched once, because modules are. */
export async function loadLessons(language: LessonLanguage): Promise<Texts> {
  const { lessons } =
    language === 'zh' ? await import('virtual:lessons/zh') : await import('virtual:lessons/en')
  return lessons
}

/** The texts of the errors of one language by id; fetched once, because modules are. */
export async function loadErrors(language: LessonLanguage): Promise<Texts> {
  const { errors } = language === 'zh' ? await import('virtual:errors/zh') : await import('virtual:errors/en')
  return errors
}

/** The concepts of one language by id; fetched once, because modules are. */
export async function loadConcepts(language: LessonLanguage): Promise<Texts> {
  const { concepts } =
    language === 'zh' ? await import('virtual:concepts/zh') : await import('virtual:concepts/en')
  return concepts
}
