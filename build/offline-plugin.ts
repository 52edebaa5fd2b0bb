import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const WORKER = 'sw.js'
const SOURCE = fileURLToPath(new URL('../service-worker/worker.ts', import.meta.url))

/** A script of more bytes is not for everyone: the layout engine, the texts of the search. */
const HEAVY = 300_000
/**
 * What is stored on use though it is small: the texts of errors and the pages of faults; the room, which needs a network;
 * the bench and the labs; the pages of the course; the windows of the inspector and of the probe. A script of everyone
 * must import none of these.
 */
const ON_USE = new RegExp(
  `^assets/(?:${[
    'errors-',
    'FaultPage-',
    'Room[A-Z]',
    'Hand[A-Z]',
    'Bench[A-Z]',
    'Lab[A-Z]',
    'LabsPage',
    'CoursePage-',
    'SheetDesk-',
    'sheetCall-',
    'WorksheetPage-',
    'Marking',
    'openInspector',
    'inspectorWindow-',
    'probeWindow-',
  ].join('|')})`,
)

/** Pages of a window beside another app, and the probe that other apps load. */
const WINDOWS = new Set(['inspector.html', 'probe.html', 'probe.js'])

/** The files of a build, by path below the root. */
export interface Build {
  readonly version: string
  /** What reading and a call need, with the expected hash: the service worker stores it at once. */
  readonly core: Readonly<Record<string, string>>
  /** Everything else, with the expected hash and the bytes: stored when it is used, or when the learner asks for it. */
  readonly rest: Readonly<Record<string, readonly [integrity: string, bytes: number]>>
}

/** Lists a built folder. A page is named by its folder; equal contents give an equal version. */
export function listBuild(dir: string): Build {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => !isLeftOut(path))
    .sort()
  const core: Record<string, string> = {}
  const rest: Record<string, [string, number]> = {}
  for (const path of paths) {
    const content = readFileSync(join(dir, path))
    const name = path.replace(/(^|\/)index\.html$/, '$1')
    if (isCore(path, content.length)) core[name] = integrityOf(content)
    else rest[name] = [integrityOf(content), content.length]
  }
  const version = createHash('sha256')
    .update(JSON.stringify([core, rest]))
    .digest('hex')
    .slice(0, 12)
  return { version, core, rest }
}

/** Scripts, styles and the files at the root, whose page the worker shows for all pages that are not stored. */
function isCore(path: string, bytes: number): boolean {
  if (path.startsWith('assets/')) return /\.(?:js|css)$/.test(path) && bytes <= HEAVY && !ON_USE.test(path)
  return !path.includes('/') && !path.endsWith('.md') && !WINDOWS.has(path)
}

/**
 * The browser stores the worker itself, parts for frames are of other pages, the sitemap is for search engines, and many hosts do not serve hidden files.
 */
function isLeftOut(path: string): boolean {
  return (
    path === WORKER ||
    path.startsWith('.') ||
    path.startsWith('embed/') ||
    path === 'sitemap.xml' ||
    path.endsWith('.map')
  )
}

/** Subresource Integrity §3.2; https://www.w3.org/TR/SRI/. */
function integrityOf(content: Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}

/** Writes the list of files to the beginning of the worker's script, replacing an earlier list. */
export function writeFileList(dir: string): void {
  const file = join(dir, WORKER)
  const script = readFileSync(file, 'utf8').replace(/^const BUILD=.*\n/, '')
  writeFileSync(file, `const BUILD=${JSON.stringify(listBuild(dir))}\n${script}`)
}

/** Builds the service worker at the root, after all other files. Not in development, where nothing is stored. */
export function offlinePlugin(): Plugin {
  return {
    name: 'handshake:offline',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: WORKER })
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (dir) writeFileList(dir)
      },
    },
  }
}
