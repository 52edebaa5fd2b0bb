/* eslint-disable @typescript-eslint/consistent-type-imports -- with an import of its own this file could declare no modules */

declare module 'virtual:machine-charts' {
  export const layouts: Record<import('../../../machines/steps').End, import('./chartLayout').ChartLayout>
}
