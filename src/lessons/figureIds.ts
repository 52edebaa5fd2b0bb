/**
 * Drawings that a step or a concept can show. Their words are in lessons/figures/, so that a page can know the names
 * without loading the words.
 */
export const FIGURE_IDS = [
  'signaling-path',
  'sdp-anatomy',
  'description-slots',
  'transceivers',
  'offer-lines',
  'candidate-parts',
  'direction-table',
  'two-clocks',
  'connect-film',
  'hang-up-outcomes',
  'ice-checks',
  'candidate-priority',
  'nat-playground',
  'byte-view',
  'security-layers',
  'glare',
  'whole-call',
  'channel-stack',
  'media-film',
  'jitter-buffer',
] as const

export type FigureId = (typeof FIGURE_IDS)[number]

/** Whether a text from a lesson names a figure. */
export function isFigureId(text: string): text is FigureId {
  return (FIGURE_IDS as readonly string[]).includes(text)
}

const FIGURE = /^<figure data-figure="([a-z0-9-]+)"><\/figure>$/

/** The figure that a rendered block names; null if the block is text. */
export function figureOf(html: string): FigureId | null {
  const id = FIGURE.exec(html)?.[1]
  return id !== undefined && isFigureId(id) ? id : null
}
