// The sections of the report about what a learner downloads.

import { table } from './table.mjs'

/** @import { Section } from './sections.mjs' */

/** Gzip bytes of JavaScript. */
const WEIGHT_GOALS = { call: 100_000, concept: 60_000 }

const kilobytes = (/** @type {number} */ bytes) => (bytes / 1_000).toFixed(1)
const size = (/** @type {{ gzip: number, brotli: number }} */ { gzip, brotli }) =>
  `${kilobytes(gzip)} / ${kilobytes(brotli)}`

/** @returns {Section} */
export function reportWeight(/** @type {any} */ { pages, later, idle }) {
  const all = Object.entries(pages)
  const page = (/** @type {[string, any]} */ [name, { html, js, css }]) => [
    `\`${name}\``,
    size(html),
    size(js),
    size(css),
  ]
  const calls = all.filter(([name]) => /^(zh|en|both)\/call\/$/.test(name))
  const concepts = all.filter(([name]) => /\/concepts\/[^/]+\/$/.test(name))
  const others = all.filter(([name]) => /^(zh|en|both)\/(concepts|glossary)\/$|^[^/]*$|^\.\/$/.test(name))
  const heaviest = (/** @type {[string, any][]} */ of) => Math.max(...of.map(([, { js }]) => js.gzip))
  const goal = (
    /** @type {string} */ what,
    /** @type {number} */ limit,
    /** @type {[string, any][]} */ of,
  ) => ({
    goal: `${what}: at most ${limit / 1_000} kB of JavaScript (gzip)`,
    met: heaviest(of) <= limit,
    got: `${kilobytes(heaviest(of))} kB`,
  })
  const sum = (/** @type {any} */ { js, css }) => js.gzip + css.gzip
  return {
    title: 'Weight',
    how: 'kB of the files that a page’s HTML names, which its first view needs, gzip / brotli, each file compressed alone; and for each part that loads later, the kB it adds to the first call view.',
    tables: [
      table(['page', 'HTML', 'JS', 'CSS'], [...calls, ...concepts, ...others].map(page)),
      table(
        ['later part', 'JS', 'CSS'],
        Object.entries(later)
          .filter(([, part]) => sum(part) >= 3_000)
          .sort(([, one], [, other]) => sum(other) - sum(one))
          .map(([name, { js, css }]) => [`\`${name}\``, size(js), size(css)]),
      ),
      idle
        ? `Of these, the call page loads the parts that are likely to be needed next, when the browser is idle: ${size(idle.js)} of JS, ${size(idle.css)} of CSS, not counted above. A concept page loads its figures (“later parts” of src/figures) and all texts of its language in the same way, and the service worker stores every file of the site.`
        : '',
      `Parts under 3 kB, most of them one text each: ${Object.values(later).filter((part) => sum(part) < 3_000).length}.`,
    ],
    goals: [
      goal('First call view', WEIGHT_GOALS.call, calls),
      goal('Concept pages', WEIGHT_GOALS.concept, concepts),
    ],
  }
}

/** @returns {Section} */
export function reportPackages(
  /** @type {{ packages: import('./packages.mjs').PackageWeight[] }} */ { packages },
) {
  return {
    title: 'Packages',
    how: 'The part of each package that is built into some page, kB gzip before minification, each package compressed alone, so the sum is larger than the pages.',
    tables: [
      table(
        ['package', 'licence', 'kB'],
        packages.map(({ name, licence, gzip }) => [`\`${name}\``, licence, kilobytes(gzip)]),
      ),
    ],
    goals: [],
  }
}
