import { join } from 'node:path'
import type { Plugin } from 'vite'
import { normalizePath } from 'vite'
import { lessonProblems, readLanguage } from './lesson-folders'

const LANGUAGES = ['zh', 'en'] as const

// The last part of the name becomes the name of the chunk.
const RESOLVED = '\0handshake/lessons-'

/** Offers the rendered lessons of each language as a module; a build fails when the two disagree. */
export function lessonsPlugin(): Plugin {
  let root = ''
  let isBuild = false
  return {
    name: 'handshake:lessons',
    configResolved(config) {
      root = normalizePath(join(config.root, 'lessons/steps'))
      isBuild = config.command === 'build'
    },
    buildStart() {
      const problems = lessonProblems(root)
      if (problems.length === 0) return
      const message = `the lessons are not in order:\n  ${problems.join('\n  ')}`
      if (isBuild) this.error(message)
      else this.warn(message)
    },
    resolveId(id) {
      const language = LANGUAGES.find((name) => id === `virtual:lessons/${name}`)
      return language && RESOLVED + language
    },
    load(id) {
      const language = LANGUAGES.find((name) => id === RESOLVED + name)
      return language && `export const lessons = ${JSON.stringify(readLanguage(root, language))}`
    },
    hotUpdate({ file, server }) {
      if (!normalizePath(file).startsWith(`${root}/`)) return undefined
      const { moduleGraph, hot, name } = this.environment
      for (const language of LANGUAGES) {
        const module = moduleGraph.getModuleById(RESOLVED + language)
        if (module) moduleGraph.invalidateModule(module)
      }
      if (name !== 'client') return []
      for (const problem of lessonProblems(root)) server.config.logger.warn(problem)
      hot.send({ type: 'full-reload' })
      return []
    },
  }
}
