/* eslint-disable @typescript-eslint/consistent-type-imports -- with an import of its own this file could declare no modules */

declare module 'virtual:search-entries' {
  /** Loads the entries as the build packed them. Rejects if they cannot be loaded; the next call tries again. */
  export const load: () => Promise<import('./pack').Packed>
}
