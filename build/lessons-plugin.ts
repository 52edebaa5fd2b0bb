import { join } from 'node:path'
import type { Plugin } from 'vite'
import { normalizePath } from 'vite'
import { CONCEPT_SHELF, readLanguage, shelfProblems, STEP_SHELF } from './lesson-folders'

const LANGUAGES = ['zh', 'en'] as const

/** `virtual:lessons/zh`, `virtual:concepts/en`: one module a shelf and language, so that each is its own chunk. */
const MODULES = [
  { name: 'lessons', shelf: STEP_SHELF },
  { name: 'concepts', shelf: CONCEPT_SHELF },
].flatMap(({ name, shelf }) =>
  // The last part of the resolved name becomes the name of the chunk.
  LANGUAGES.map((language) => ({
    id: `virtual:${name}/${language}`,
    resolved: `\0handshake/${name}-${language}`,
    name,
    shelf,
    language,
  })),
)

/** Offers the rendered texts of each language as modules; a build fails when the two languages disagree. */
export function lessonsPlugin(): Plugin {
  let root = ''
  let isBuild = false

  function problems(): string[] {
    return [...shelfProblems(root, STEP_SHELF), ...shelfProblems(root, CONCEPT_SHELF)]
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
      const module = MODULES.find(({ resolved }) => resolved === id)
      if (!module) return undefined
      const { name, shelf, language } = module
      return `export const ${name} = ${JSON.stringify(readLanguage(root, shelf, language))}`
    },
    hotUpdate({ file, server }) {
      const path = normalizePath(file)
      if (![STEP_SHELF, CONCEPT_SHELF].some(({ folder }) => path.startsWith(`${root}/${folder}/`)))
        return undefined
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
