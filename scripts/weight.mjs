// The sizes of the built pages: read only from dist/, so that the same build always has the same size.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/**
 * Bytes as a host sends them, each file on its own at the highest level; the files; and the gzip bytes of each.
 * @typedef {{ gzip: number, brotli: number, files: string[], each: Record<string, number> }} Weight
 * @typedef {{ html: Weight, js: Weight, css: Weight }} Parts
 * @typedef {{ file: string, src?: string, name?: string, isEntry?: boolean, isDynamicEntry?: boolean,
 *   imports?: string[], css?: string[] }} Chunk
 */

/** What the English call page loads by itself when the browser is idle, besides its lessons. */
const IDLE = [
  'lessons/steps/01-capture-media/zh.md',
  'src/offline/startOffline.ts',
  'src/session/engine.ts',
  'src/evidence/ice/IcePanel.vue',
  'src/evidence/machine/MachinePanel.vue',
  'src/evidence/sdp/SdpCompare.vue',
  'src/evidence/sdp/SdpReader.vue',
  'src/evidence/stats/StatsPanel.vue',
  'src/evidence/timeline/TimelinePanel.vue',
  'src/evidence/wire/WirePanel.vue',
  'src/features/controls/PastBanner.vue',
  'src/features/options/OptionHelp.vue',
  'src/features/predict/PredictNews.vue',
  'src/features/predict/PredictPanel.vue',
  'src/features/problem/ProblemCard.vue',
  'src/features/peers/BannerLine.vue',
  'src/predict/words/en.ts',
]

/**
 * The size of every page by its address (`en/call/`, `404.html`) with the files that its HTML names, which are all that
 * its first view needs; of every part that loads later, by its source, as what it adds to the first call view; and the
 * sum of the parts that load by themselves (`idle`). Without `brotli`, which takes many seconds, its bytes are 0.
 */
export function weigh(
  /** @type {string} */ dist,
  /** @type {{ brotli?: boolean }} */ { brotli = false } = {},
) {
  const weight = createScale(dist, brotli)
  /** @type {Record<string, Parts>} */
  const pages = {}
  for (const file of htmlFiles(dist)) {
    const names = namedFiles(readFileSync(join(dist, file), 'utf8'), file)
    pages[file.replace(/index\.html$/, '') || './'] = {
      html: weight([file]),
      js: weight(names.filter((name) => name.endsWith('.js'))),
      css: weight(names.filter((name) => name.endsWith('.css'))),
    }
  }
  return { pages, ...weighLater(dist, weight, pages['en/call/']) }
}

function weighLater(
  /** @type {string} */ dist,
  /** @type {(files: string[]) => Weight} */ weight,
  /** @type {Parts | undefined} */ first,
) {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const there = new Set([...(first?.js.files ?? []), ...(first?.css.files ?? [])])
  /** @type {Record<string, { js: Weight, css: Weight }>} */
  const later = {}
  const parts = (/** @type {string[]} */ files) => ({
    js: weight(files.filter((file) => file.endsWith('.js'))),
    css: weight(files.filter((file) => file.endsWith('.css'))),
  })
  for (const [key, chunk] of Object.entries(manifest)) {
    if (!chunk.isDynamicEntry) continue
    const files = withImports(manifest, key).filter((file) => !there.has(file))
    if (files.length === 0) continue
    later[chunk.src?.replace('\0', '') ?? chunk.name ?? key] = parts(files)
  }
  const missing = IDLE.filter((source) => !(source in later))
  if (missing.length > 0) throw new Error(`no part of the build: ${missing.join(', ')}`)
  const lessons = Object.keys(later).filter((source) => /^lessons\/steps\/.*\/en\.md$/.test(source))
  const unasked = [...IDLE, ...lessons].flatMap((source) => [
    ...(later[source]?.js.files ?? []),
    ...(later[source]?.css.files ?? []),
  ])
  return { later, idle: parts([...new Set(unasked)]) }
}

/** The files of a chunk and of everything that it imports statically. */
function withImports(
  /** @type {Record<string, Chunk>} */ manifest,
  /** @type {string} */ from,
  /** @type {Set<string>} */ seen = new Set(),
) {
  const chunk = manifest[from]
  if (!chunk || seen.has(from)) return []
  seen.add(from)
  /** @type {string[]} */
  const files = [chunk.file, ...(chunk.css ?? [])]
  for (const next of chunk.imports ?? []) files.push(...withImports(manifest, next, seen))
  return [...new Set(files)]
}

/** Scripts, preloaded modules and styles of a page, as paths below dist/. */
function namedFiles(/** @type {string} */ html, /** @type {string} */ page) {
  const tags =
    html.match(/<script [^>]*src="[^"]+"|<link [^>]*rel="(?:modulepreload|stylesheet)"[^>]*>/g) ?? []
  const paths = tags.map((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? '')
  return [...new Set(paths.map((path) => posix.join(posix.dirname(page), path)))]
}

function htmlFiles(/** @type {string} */ dist) {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .sort()
}

/** Measures each file once, however many pages name it. */
function createScale(/** @type {string} */ dist, /** @type {boolean} */ brotli) {
  /** @type {Map<string, { gzip: number, brotli: number }>} */
  const known = new Map()

  function one(/** @type {string} */ file) {
    const path = join(dist, file)
    if (!existsSync(path)) throw new Error(`${file} is named but not built`)
    const bytes = readFileSync(path)
    return {
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotli ? brotliCompressSync(bytes).length : 0,
    }
  }

  return (/** @type {string[]} */ files) => {
    /** @type {Weight} */
    const sum = { gzip: 0, brotli: 0, files, each: {} }
    for (const file of files) {
      const bytes = known.get(file) ?? one(file)
      known.set(file, bytes)
      sum.gzip += bytes.gzip
      sum.brotli += bytes.brotli
      sum.each[file] = bytes.gzip
    }
    return sum
  }
}
