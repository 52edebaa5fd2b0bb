/* eslint-disable @typescript-eslint/consistent-type-imports -- with an import of its own this file could declare no modules */

declare module 'virtual:concepts/summaries' {
  export const summaries: Readonly<Record<string, Readonly<Record<'zh' | 'en', string>>>>
}

declare module 'virtual:errors/titles' {
  type Pair = Readonly<Record<'zh' | 'en', string>>
  export const errorTitles: Readonly<
    Record<import('../errors/errorIds').ErrorId, Readonly<{ title: Pair; summary: Pair }>>
  >
}
