import { join } from 'node:path'
import type { Plugin } from 'vite'
import { normalizePath } from 'vite'
import {
  CONCEPT_COLLECTION,
  ERROR_COLLECTION,
  readCollection,
  collectionProblems,
  STEP_COLLECTION,
} from './lesson-folders'
import { labList } from './labs-list'
import { renderLesson } from './markdown'

/** Collection, folder, language. */
const TEXT = /\/lessons\/(steps|concepts|errors)\/([^/]+)\/(zh|en)\.md$/

/** The summary of each concept in both languages; the list needs no more. */
function summariesSource(root: string): string {
  const { zh, en } = readCollection(root, CONCEPT_COLLECTION)
  const entries = CONCEPT_COLLECTION.ids.map((id) => [id, { zh: zh[id]?.summary, en: en[id]?.summary }])
  return constant('summaries', Object.fromEntries(entries))
}

/** The title and summary of each error in both languages: for the list, and for links to other errors. */
function errorTitlesSource(root: string): string {
  const { zh, en } = readCollection(root, ERROR_COLLECTION)
  const entries = ERROR_COLLECTION.ids.map((id) => [
    id,
    {
      title: { zh: zh[id]?.title, en: en[id]?.title },
      summary: { zh: zh[id]?.summary, en: en[id]?.summary },
    },
  ])
  return constant('errorTitles', Object.fromEntries(entries))
}

const LISTS = [
  { id: 'virtual:errors/titles', resolved: '\0handshake/error-titles', source: errorTitlesSource },
  { id: 'virtual:concepts/summaries', resolved: '\0handshake/summaries', source: summariesSource },
  {
    id: 'virtual:labs/list',
    resolved: '\0handshake/labs-list',
    source: (root: string) => constant('labList', labList(root)),
  },
]

function constant(name: string, value: unknown): string {
  return `export const ${name} = ${JSON.stringify(value)}`
}

/** `assets/errors-glare-zh-….js` for a text of lessons/; other chunks have the name of their module. */
function chunkFileNames({ facadeModuleId }: { facadeModuleId?: string | null }): string {
  const text = TEXT.exec(facadeModuleId ?? '')
  return `assets/${text ? text.slice(1).join('-') : '[name]'}-[hash].js`
}

/**
 * Renders each Markdown text of lessons/ to a module of its own (`text`), and provides lists for pages that need
 * only titles and summaries. A build fails if the two languages do not correspond.
 */
export function lessonsPlugin(): Plugin {
  let root = ''
  let isBuild = false

  function problems(): string[] {
    return [
      ...collectionProblems(root, STEP_COLLECTION),
      ...collectionProblems(root, CONCEPT_COLLECTION),
      ...collectionProblems(root, ERROR_COLLECTION),
    ]
  }

  return {
    name: 'handshake:lessons',
    config: () => ({ build: { rolldownOptions: { output: { chunkFileNames } } } }),
    configResolved(config) {
      root = normalizePath(join(config.root, 'lessons'))
      isBuild = config.command === 'build'
    },
    buildStart() {
      const found = problems()
      if (found.length === 0) return
      const message = `the lessons are not in order:\n  ${found.join('\n  ')}`
      if (isBuild) this.error(message)
      else this.warn(message)
    },
    resolveId(id) {
      return LISTS.find((list) => list.id === id)?.resolved
    },
    load(id) {
      return LISTS.find(({ resolved }) => resolved === id)?.source(root)
    },
    transform(source, file) {
      const language = TEXT.exec(file)?.[3]
      if (language !== 'zh' && language !== 'en') return undefined
      return { code: constant('text', renderLesson(source, { file, language })), map: null, moduleType: 'js' }
    },
    hotUpdate({ file, modules, server }) {
      const path = normalizePath(file)
      const folders = [
        STEP_COLLECTION.folder,
        CONCEPT_COLLECTION.folder,
        ERROR_COLLECTION.folder,
        'code',
        'labs',
      ]
      if (!folders.some((folder) => path.startsWith(`${root}/${folder}/`))) return undefined
      const { moduleGraph, hot, name } = this.environment
      const lists = LISTS.map(({ resolved }) => moduleGraph.getModuleById(resolved))
      // A text may print a program of lessons/code, so all texts are rendered again.
      const texts = [...moduleGraph.idToModuleMap.values()].filter(({ id }) => id !== null && TEXT.test(id))
      for (const module of [...lists, ...texts, ...modules]) if (module) moduleGraph.invalidateModule(module)
      if (name !== 'client') return []
      for (const problem of problems()) server.config.logger.warn(problem)
      hot.send({ type: 'full-reload' })
      return []
    },
  }
}
