import { join } from 'node:path'
import type { Plugin } from 'vite'
import { normalizePath } from 'vite'
import type { Shelf } from './lesson-folders'
import {
  CONCEPT_SHELF,
  ERROR_SHELF,
  readLanguage,
  readOne,
  readShelf,
  shelfProblems,
  STEP_SHELF,
} from './lesson-folders'

const LANGUAGES = ['zh', 'en'] as const

interface TextModule {
  readonly id: string
  /** The last part of the resolved name becomes the name of the chunk. */
  readonly resolved: string
  source(root: string): string
}

/**
 * Of a shelf: `virtual:lessons/zh`, all texts of a language in one chunk, for whoever wants many;
 * `virtual:lessons/zh/hang-up`, one text in a chunk of its own; and `virtual:lessons/apart`, how to fetch each.
 */
function modulesOf<Id extends string>(name: string, shelf: Shelf<Id>): TextModule[] {
  const named = (rest: string) => ({
    id: `virtual:${name}/${rest}`,
    resolved: `\0handshake/${name}-${rest.replace('/', '-')}`,
  })
  const whole = LANGUAGES.map((language) => ({
    ...named(language),
    source: (root: string) => constant(name, readLanguage(root, shelf, language)),
  }))
  const single = LANGUAGES.flatMap((language) =>
    shelf.ids.map((id) => ({
      ...named(`${language}/${id}`),
      source: (root: string) => constant('text', readOne(root, shelf, language, id)),
    })),
  )
  return [...whole, ...single, { ...named('apart'), source: () => apartSource(name, shelf.ids) }]
}

/** What each concept is about, in both languages: their list needs no more. */
function summariesSource(root: string): string {
  const { zh, en } = readShelf(root, CONCEPT_SHELF)
  const entries = CONCEPT_SHELF.ids.map((id) => [id, { zh: zh[id]?.summary, en: en[id]?.summary }])
  return constant('summaries', Object.fromEntries(entries))
}

/** What each error is called and what it means, in both languages: for the list, and for the way to the others. */
function errorTitlesSource(root: string): string {
  const { zh, en } = readShelf(root, ERROR_SHELF)
  const entries = ERROR_SHELF.ids.map((id) => [
    id,
    {
      title: { zh: zh[id]?.title, en: en[id]?.title },
      summary: { zh: zh[id]?.summary, en: en[id]?.summary },
    },
  ])
  return constant('errorTitles', Object.fromEntries(entries))
}

const MODULES: readonly TextModule[] = [
  ...modulesOf('lessons', STEP_SHELF),
  ...modulesOf('concepts', CONCEPT_SHELF),
  ...modulesOf('errors', ERROR_SHELF),
  { id: 'virtual:errors/titles', resolved: '\0handshake/error-titles', source: errorTitlesSource },
  { id: 'virtual:concepts/summaries', resolved: '\0handshake/summaries', source: summariesSource },
]

function constant(name: string, value: unknown): string {
  return `export const ${name} = ${JSON.stringify(value ?? null)}`
}

function apartSource(name: string, ids: readonly string[]): string {
  const languages = LANGUAGES.map((language) => {
    const texts = ids.map((id) => `'${id}': () => import('virtual:${name}/${language}/${id}')`)
    return `${language}: { ${texts.join(', ')} }`
  })
  return `export const apart = { ${languages.join(', ')} }`
}

/** Offers the rendered texts of each language as modules; a build fails when the two languages disagree. */
export function lessonsPlugin(): Plugin {
  let root = ''
  let isBuild = false

  function problems(): string[] {
    return [
      ...shelfProblems(root, STEP_SHELF),
      ...shelfProblems(root, CONCEPT_SHELF),
      ...shelfProblems(root, ERROR_SHELF),
    ]
  }

  return {
    name: 'handshake:lessons',
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
      return MODULES.find((module) => module.id === id)?.resolved
    },
    load(id) {
      return MODULES.find(({ resolved }) => resolved === id)?.source(root)
    },
    hotUpdate({ file, server }) {
      const path = normalizePath(file)
      const folders = [STEP_SHELF.folder, CONCEPT_SHELF.folder, ERROR_SHELF.folder, 'code']
      if (!folders.some((folder) => path.startsWith(`${root}/${folder}/`))) return undefined
      const { moduleGraph, hot, name } = this.environment
      for (const { resolved } of MODULES) {
        const module = moduleGraph.getModuleById(resolved)
        if (module) moduleGraph.invalidateModule(module)
      }
      if (name !== 'client') return []
      for (const problem of problems()) server.config.logger.warn(problem)
      hot.send({ type: 'full-reload' })
      return []
    },
  }
}
