import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

type Graph = Pick<Rolldown.PluginContext, 'getModuleInfo'>

/** The entry of each kind of page, below the root. */
const ENTRIES = ['index.html', 'inspector.html']
const CALL = ['src/pages/CallPage.vue', 'src/session/createCall.ts']
/** What the call page loads next, before anything is pressed. */
const ENGINE = ['src/session/engine.ts']
const READING = ['HomePage', 'ConceptPage', 'ConceptsPage', 'GlossaryPage', 'ErrorPage', 'ErrorsPage'].map(
  (name) => `src/pages/${name}.vue`,
)

/** Uses top-level await on the first page. In a chunk that the page imports too, that would deadlock. */
const MAIN = 'src/main.ts'

/** The guard of signaling messages gets its own tree-shaken valibot; all later readers share another copy. */
const WIRE = '/broadcast-signaling/message.ts'

/**
 * Puts what a page needs at once into a few files: many small ones compress badly, and each repeats its imports. The
 * bundler splits the parts that load later.
 */
export function chunksPlugin(): Plugin {
  let chunkOf: ((id: string) => string | null) | null = null
  let root = ''
  return {
    name: 'handshake:chunks',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    buildStart() {
      chunkOf = null
    },
    async resolveId(source, importer) {
      if (source !== 'valibot' || importer?.endsWith(WIRE) !== false) return null
      const found = await this.resolve(source, importer, { skipSelf: true })
      return found && `${found.id}?later`
    },
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          { debugName: 'first view', name: (id, graph) => (chunkOf ??= createChunks(graph, root))(id) },
        ],
      },
    }),
  }
}

function createChunks(graph: Graph, root: string): (id: string) => string | null {
  const under = (names: readonly string[]) => names.map((name) => join(root, name))
  const app = withImports(graph, under(ENTRIES.slice(0, 1)))
  const inspector = withImports(graph, under(ENTRIES.slice(1)))
  const call = withImports(graph, under(CALL))
  const engine = withImports(graph, under(ENGINE))
  const reading = withImports(graph, under(READING))
  const later = laterParts(graph, under([...ENTRIES, ...READING]), new Set(under(CALL)))

  return (id) => {
    if (id === join(root, MAIN) || id.endsWith('.html')) return null
    if (app.has(id) || (call.has(id) && reading.has(id))) return inspector.has(id) ? 'base' : 'app'
    if (!call.has(id)) return engine.has(id) ? (inspector.has(id) ? 'machines' : 'engine') : null
    if (inspector.has(id)) return 'readers'
    return later.has(id) ? 'shared' : 'call'
  }
}

/** Some modules with everything that they import statically. */
function withImports(graph: Graph, from: readonly string[], seen = new Set<string>()): Set<string> {
  for (const id of from) {
    if (seen.has(id)) continue
    seen.add(id)
    withImports(graph, graph.getModuleInfo(id)?.importedIds ?? [], seen)
  }
  return seen
}

/** Every module that some modules may load, now or later, except those reached only through `without`. */
function laterParts(graph: Graph, from: readonly string[], without: ReadonlySet<string>): Set<string> {
  const seen = new Set(without)
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const info = graph.getModuleInfo(id)
    open.push(...(info?.importedIds ?? []), ...(info?.dynamicallyImportedIds ?? []))
  }
  for (const id of without) seen.delete(id)
  return seen
}
