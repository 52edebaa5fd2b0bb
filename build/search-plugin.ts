import { join } from 'node:path'
import type { Plugin } from 'vite'
import { normalizePath } from 'vite'
import { packEntries } from '../src/search/pack'
import { readEntries } from './search-entries'

const NAME = 'virtual:search-entries'
/** The last part becomes the name of the chunk. */
const RESOLVED = '\0handshake/search-entries'

/**
 * Provides all entries of the search as one file of plain text, so that a search needs no HTML. A build fetches it as
 * JSON: Firefox never loads a module again whose first load failed.
 */
export function searchPlugin(): Plugin {
  let root = ''
  let isBuild = false
  return {
    name: 'handshake:search',
    configResolved(config) {
      root = normalizePath(join(config.root, 'lessons'))
      isBuild = config.command === 'build'
    },
    resolveId(id) {
      return id === NAME ? RESOLVED : undefined
    },
    load(id) {
      if (id !== RESOLVED) return undefined
      const source = JSON.stringify(packEntries(readEntries(root)))
      if (!isBuild) return `export const load = () => Promise.resolve(${source})`
      const file = this.emitFile({ type: 'asset', name: 'search-entries.json', source })
      return `export async function load() {
        const response = await fetch(import.meta.ROLLUP_FILE_URL_${file})
        if (!response.ok) throw new Error(String(response.status))
        return response.json()
      }`
    },
    hotUpdate({ file }) {
      const module = this.environment.moduleGraph.getModuleById(RESOLVED)
      if (module && normalizePath(file).startsWith(`${root}/`)) {
        this.environment.moduleGraph.invalidateModule(module)
      }
    },
  }
}
