import { loadPart } from '../failures/asyncPart'
import { isFigureId } from '../lessons/figureIds'
import { FigureFrame, ListingHead } from './laterParts'

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
          loadPart(FigureFrame),
          import('../figures/figures').then(({ FIGURES }) =>
            Promise.all(ids.map((id) => loadPart(FIGURES[id]))),
          ),
        ]
      : []),
    ...(page.querySelector('pre') === null ? [] : [loadPart(ListingHead)]),
  ]
  await Promise.allSettled(parts)
}
