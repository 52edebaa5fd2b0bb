import captions from '../../lessons/figures/en.json'

export type FigureId = keyof typeof captions

/** Drawings that a concept can show; their words are in lessons/figures/. */
export const FIGURE_IDS = Object.keys(captions) as readonly FigureId[]

/** Whether a text from a lesson names a figure. */
export function isFigureId(text: string): text is FigureId {
  return Object.hasOwn(captions, text)
}

const FIGURE = /^<figure data-figure="([a-z0-9-]+)"><\/figure>$/

/** The figure that a block of a rendered concept stands for; null when the block is words. */
export function figureOf(html: string): FigureId | null {
  const id = FIGURE.exec(html)?.[1]
  return id !== undefined && isFigureId(id) ? id : null
}
