/* eslint-disable @typescript-eslint/consistent-type-imports -- with an import of its own this file could declare no modules */

declare module 'virtual:search-entries' {
  export const packed: import('./pack').Packed
}
