/* eslint-disable @typescript-eslint/consistent-type-imports -- with an import of its own this file could declare no modules */

declare module 'virtual:labs/list' {
  type Pair = Readonly<Record<'zh' | 'en', string>>
  /** What lists and links need of every lab: build/labs-list.ts makes it of the files of lessons/labs. */
  export const labList: Readonly<
    Record<
      import('./labIds').LabId,
      Readonly<{
        title: Pair
        level: number
        links: Readonly<Record<'steps' | 'errors' | 'concepts', readonly string[]>>
      }>
    >
  >
}
