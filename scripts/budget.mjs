// The size limits of the built pages, and what has grown if they are exceeded. Pure; scripts/size.mjs reads and writes.

/**
 * Gzip bytes. `pages` is by kind of page (`en/concepts/*` is the heaviest of its kind), `later` by the source of a
 * lazily loaded part (`lessons/errors/*` is the heaviest of its kind), `files` what each built file weighed when the budget was recorded, by its name without hash.
 * @typedef {{ pages: Record<string, number>, later: Record<string, number>, files: Record<string, number> }} Budget
 * @typedef {Pick<ReturnType<typeof import('./weight.mjs').weigh>, 'pages' | 'later'>} Weighed
 */

/** A limit is a little more than the measured size, so that not every new word needs a new limit. */
const ROOM = 1.01
/** Below this share of its limit something has shrunk so much that the limit is useless. */
const LITTLE = 0.9

/** The measured sizes in the terms of the budget: scripts and styles, as a host sends them. */
export function sumUp(/** @type {Weighed} */ { pages, later }) {
  /** @type {Budget} */
  const sums = { pages: {}, later: {}, files: {} }
  for (const [address, { js, css }] of Object.entries(pages)) {
    const kind = kindOf(address)
    sums.pages[kind] = Math.max(sums.pages[kind] ?? 0, js.gzip + css.gzip)
  }
  for (const [source, { js, css }] of Object.entries(later)) {
    const kind = kindOfPart(source)
    sums.later[kind] = Math.max(sums.later[kind] ?? 0, js.gzip + css.gzip)
  }
  for (const { js, css } of [...Object.values(pages), ...Object.values(later)])
    for (const [file, gzip] of [...Object.entries(js.each), ...Object.entries(css.each)])
      sums.files[nameOf(file)] = Math.max(sums.files[nameOf(file)] ?? 0, gzip)
  return sums
}

/** The budget to record for these sizes. */
export function budgetFor(/** @type {Budget} */ sums) {
  const withRoom = (/** @type {Record<string, number>} */ weights) =>
    sorted(Object.fromEntries(Object.entries(weights).map(([name, n]) => [name, roundUp(n * ROOM)])))
  return { pages: withRoom(sums.pages), later: withRoom(sums.later), files: sorted(sums.files) }
}

/** One sentence for everything that is larger than allowed (`grown`), or much smaller (`shrunk`). */
export function compare(/** @type {Weighed} */ weighed, /** @type {Budget} */ budget) {
  const sums = sumUp(weighed)
  /** @type {{ grown: string[], shrunk: string[], checked: number }} */
  const found = { grown: [], shrunk: [], checked: 0 }
  for (const group of /** @type {const} */ (['pages', 'later'])) {
    for (const [name, now] of Object.entries(sums[group])) {
      found.checked += 1
      const may = budget[group][name]
      if (may === undefined) found.grown.push(`${name} weighs ${now} B and has no budget`)
      else if (now > may) {
        const whose =
          group === 'pages'
            ? heaviestFiles(weighed.pages, kindOf, name)
            : heaviestFiles(weighed.later, kindOfPart, name)
        found.grown.push(
          `${name} weighs ${now} B, ${now - may} B more than it may: ${blame(whose, budget.files)}`,
        )
      } else if (now < may * LITTLE) found.shrunk.push(`${name} weighs ${now} B of ${may} B`)
    }
    for (const name of Object.keys(budget[group]))
      if (sums[group][name] === undefined) found.shrunk.push(`${name} is not built any more`)
  }
  return found
}

/** The files that are larger than when the budget was recorded, the worst first. */
function blame(/** @type {Record<string, number>} */ files, /** @type {Record<string, number>} */ before) {
  const grown = Object.entries(files)
    .map(([file, gzip]) => ({ name: nameOf(file), more: gzip - (before[nameOf(file)] ?? 0) }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more)
  return grown.map(({ name, more }) => `${name} +${more} B${name in before ? '' : ' (new)'}`).join(', ')
}

/**
 * The files of the heaviest page or part of a kind.
 * @param {Record<string, Pick<import('./weight.mjs').Parts, 'js' | 'css'>>} all
 * @param {(name: string) => string} kindOfOne
 * @param {string} kind
 */
function heaviestFiles(all, kindOfOne, kind) {
  const [heaviest] = Object.entries(all)
    .filter(([name]) => kindOfOne(name) === kind)
    .map(([, { js, css }]) => ({ files: { ...js.each, ...css.each }, gzip: js.gzip + css.gzip }))
    .sort((a, b) => b.gzip - a.gzip)
  return heaviest?.files ?? {}
}

/** `en/concepts/*` for `en/concepts/sdp/`. */
function kindOf(/** @type {string} */ address) {
  return address.replace(/^((?:embed\/)?\w+\/\w+\/)[^/]+\/$/, '$1*')
}

/** `lessons/errors/*` for `lessons/errors/glare/zh.md`, and so for the files of labs; other parts are a kind of their own. */
function kindOfPart(/** @type {string} */ source) {
  return source.replace(/^(lessons\/(?:\w+\/(?=.+\.md$)|labs\/(?=.+\.json$))).+$/, '$1*')
}

/** CallPage.js for `assets/CallPage-CpT2zvba.js`. */
function nameOf(/** @type {string} */ file) {
  return file.replace(/^.*\//, '').replace(/-[\w-]{8}(?=\.\w+$)/, '')
}

function roundUp(/** @type {number} */ bytes) {
  return Math.ceil(bytes / 10) * 10
}

function sorted(/** @type {Record<string, number>} */ weights) {
  return Object.fromEntries(Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1)))
}
