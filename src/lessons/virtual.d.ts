/* eslint-disable @typescript-eslint/consistent-type-imports -- with an import of its own this file could declare no modules */

declare module 'virtual:lessons/zh' {
  export const lessons: import('./lessons').Texts
}

declare module 'virtual:lessons/en' {
  export const lessons: import('./lessons').Texts
}

declare module 'virtual:lessons/apart' {
  export const apart: import('./lessons').Apart
}

declare module 'virtual:concepts/zh' {
  export const concepts: import('./lessons').Texts
}

declare module 'virtual:concepts/en' {
  export const concepts: import('./lessons').Texts
}

declare module 'virtual:concepts/apart' {
  export const apart: import('./lessons').Apart
}

declare module 'virtual:concepts/summaries' {
  export const summaries: Readonly<Record<string, Readonly<Record<'zh' | 'en', string>>>>
}

declare module 'virtual:errors/zh' {
  export const errors: import('./lessons').Texts
}

declare module 'virtual:errors/en' {
  export const errors: import('./lessons').Texts
}

declare module 'virtual:errors/apart' {
  export const apart: import('./lessons').Apart
}

declare module 'virtual:errors/titles' {
  type Pair = Readonly<Record<'zh' | 'en', string>>
  export const errorTitles: Readonly<
    Record<import('../errors/errorIds').ErrorId, Readonly<{ title: Pair; summary: Pair }>>
  >
}
