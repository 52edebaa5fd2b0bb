import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const WORKER = 'sw.js'
const SOURCE = fileURLToPath(new URL('../service-worker/worker.ts', import.meta.url))

/** What the service worker keeps: each file by its path below the root, with the hash that it must have. */
export interface Build {
  readonly version: string
  readonly files: Readonly<Record<string, string>>
}

/** Lists a built folder; a page is named by its folder, and equal contents make equal versions. */
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

/** The worker itself is the browser's to keep, the sitemap is for search engines; hidden files many a host leaves out. */
function isLeftOut(path: string): boolean {
  return path === WORKER || path.startsWith('.') || path === 'sitemap.xml' || path.endsWith('.map')
}

/** Subresource Integrity §3.2; https://www.w3.org/TR/SRI/. */
function integrityOf(content: Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}

/** Puts the list of files in front of the worker's script, in the place of an earlier list. */
export function writeFileList(dir: string): void {
  const file = join(dir, WORKER)
  const script = readFileSync(file, 'utf8').replace(/^const BUILD=.*\n/, '')
  writeFileSync(file, `const BUILD=${JSON.stringify(listBuild(dir))}\n${script}`)
}

/** Builds the service worker at the root, once all other files are there. Not while developing: nothing is kept then. */
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
