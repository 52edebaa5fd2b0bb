/** A language that words are written in. */
export type Language = 'zh' | 'en'

/** What the learner reads: one language, or each Chinese text followed by the English one. */
export type Reading = Language | 'both'

export const READINGS: readonly Reading[] = ['zh', 'en', 'both']

/**
 * One text in both languages; `{name}` marks a place to fill in, `{n|pair|pairs}` a word that depends on the number in
 * `n`. A missing language does not compile.
 */
export interface Message {
  readonly zh: string
  readonly en: string
}

/** Names of the placeholders. Both languages of a message must have the same ones. */
type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Counted}|${string}` ? Counted : Name) | Places<Rest>
  : never

export type Values<M extends Message> = [Places<M['en']>] extends [never]
  ? []
  : string extends M['en']
    ? [values?: Record<string, string | number>]
    : [values: Record<Places<M['en']>, string | number>]

/** Declares the messages of one part of the app; keeps their literal types, so that `t` knows the placeholders. */
export function defineMessages<const T extends Record<string, Message>>(messages: T): T {
  return messages
}

/**
 * Fills the placeholders of a template; one without a value stays as it is. Of `{n|one|other}` the first word is for
 * exactly one.
 */
export function fill(template: string, values: Record<string, string | number> = {}): string {
  return template.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (place, name: string, one?: string, other?: string) => {
      const value = values[name]
      if (value === undefined) return place
      return String(one === undefined ? value : String(value) === '1' ? one : other)
    },
  )
}

/** The language that comes first in a reading: Chinese if both are shown. */
export function firstLanguage(reading: Reading): Language {
  return reading === 'en' ? 'en' : 'zh'
}

/** Value of the `lang` attribute (BCP 47). */
export function langTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en'
}

/** Whether a text from outside (an address, storage) names a reading. */
export function isReading(text: string): text is Reading {
  return (READINGS as readonly string[]).includes(text)
}
