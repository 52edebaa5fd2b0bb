import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const WORKER = 'sw.js'
const SOURCE = fileURLToPath(new URL('../service-worker/worker.ts', import.meta.url))

/** The files that the service worker stores: by path below the root, with the expected hash. */
export interface Build {
  readonly version: string
  readonly files: Readonly<Record<string, string>>
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
  const files = Object.fromEntries(
    paths.map((path) => [
      path.replace(/(^|\/)index\.html$/, '$1'),
      integrityOf(readFileSync(join(dir, path))),
    ]),
  )
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12)
  return { version, files }
}

/**
 * The browser stores the worker itself, the sitemap is for search engines, and many hosts do not serve hidden files.
 */
function isLeftOut(path: string): boolean {
  return path === WORKER || path.startsWith('.') || path === 'sitemap.xml' || path.endsWith('.map')
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
