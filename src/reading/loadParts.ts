import { isFigureId } from '../lessons/figureIds'

/**
 * Loads the figures and listings on a rendered page, so that they are hydrated with it and answer at once. What does not
 * load says so in its place, as on every page.
 */
export async function loadParts(page: HTMLElement): Promise<void> {
  const ids = [...page.querySelectorAll<HTMLElement>('[data-figure]')]
    .map(({ dataset }) => dataset['figure'] ?? '')
    .filter(isFigureId)
  const parts = [
    ...(ids.length > 0
      ? [
          import('./FigureFrame.vue'),
          import('../figures/figures').then(({ loadFigures }) => loadFigures(ids)),
        ]
      : []),
    ...(page.querySelector('pre') === null ? [] : [import('./ListingHead.vue')]),
  ]
  await Promise.allSettled(parts)
}
