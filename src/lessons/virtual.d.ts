/* eslint-disable @typescript-eslint/consistent-type-imports -- with an import of its own this file could declare no modules */

declare module 'virtual:lessons/zh' {
  export const lessons: Record<string, import('./lessons').Lesson>
}

declare module 'virtual:lessons/en' {
  export const lessons: Record<string, import('./lessons').Lesson>
}

declare module 'virtual:concepts/zh' {
  export const concepts: Record<string, import('./lessons').Lesson>
}

declare module 'virtual:concepts/en' {
  export const concepts: Record<string, import('./lessons').Lesson>
}
