/* eslint-disable @typescript-eslint/consistent-type-imports -- with an import of its own this file could declare no modules */

declare module 'virtual:lessons/zh' {
  export const lessons: Record<string, import('./lessons').Lesson>
}

declare module 'virtual:lessons/en' {
  export const lessons: Record<string, import('./lessons').Lesson>
}
