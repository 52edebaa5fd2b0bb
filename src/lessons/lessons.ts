export type LessonLanguage = 'zh' | 'en'

/** A section of a lesson, under one heading; the section before the first heading is `prose`. */
export interface LessonSection {
  readonly id: string
  readonly title: string
  /** The HTML of each top-level block, rendered and escaped at build time. */
  readonly blocks: readonly string[]
}

/** One lesson in one language. */
export interface Lesson {
  readonly title: string
  readonly summary: string
  readonly sections: readonly LessonSection[]
}
