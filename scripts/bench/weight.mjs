// How many bytes a learner downloads: the built pages, compressed as a host sends them.

import { join } from 'node:path'
import { root } from '../run.mjs'
import { weigh } from '../weight.mjs'

/** @import { Weight } from '../weight.mjs' */

export const title = 'Weight'

/** Needs no browser and no rounds: the same build always has the same size. */
export function measure() {
  const { pages, later, idle } = weigh(join(root, 'dist'), { brotli: true })
  const drop = (/** @type {Weight} */ { gzip, brotli }) => ({ gzip, brotli })
  return Promise.resolve({
    idle: { js: drop(idle.js), css: drop(idle.css) },
    pages: Object.fromEntries(
      Object.entries(pages).map(([name, { html, js, css }]) => [
        name,
        { html: drop(html), js: drop(js), css: drop(css) },
      ]),
    ),
    later: Object.fromEntries(
      Object.entries(later).map(([name, { js, css }]) => [name, { js: drop(js), css: drop(css) }]),
    ),
  })
}
