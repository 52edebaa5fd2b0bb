import { join } from 'node:path'
import type { Plugin } from 'vite'
import { normalizePath } from 'vite'
import { packEntries } from '../src/search/pack'
import { readEntries } from './search-entries'

const NAME = 'virtual:search-entries'
/** The last part becomes the name of the chunk. */
const RESOLVED = '\0handshake/search-entries'

/** Provides all entries of the search as one module of plain text, so that a search needs one file and no HTML. */
export function searchPlugin(): Plugin {
  let root = ''
  return {
    name: 'handshake:search',
    configResolved(config) {
      root = normalizePath(join(config.root, 'lessons'))
    },
    resolveId(id) {
      return id === NAME ? RESOLVED : undefined
    },
    load(id) {
      if (id !== RESOLVED) return undefined
      const text = JSON.stringify(packEntries(readEntries(root)))
      // A browser parses a long literal faster as JSON.
      return `export const packed = JSON.parse(${JSON.stringify(text)})`
    },
    hotUpdate({ file }) {
      const module = this.environment.moduleGraph.getModuleById(RESOLVED)
      if (module && normalizePath(file).startsWith(`${root}/`)) {
        this.environment.moduleGraph.invalidateModule(module)
      }
    },
  }
}
