import type { Rolldown } from 'vite'
import type { Address, PageLanguage } from './page-addresses'
import { lessonFolder } from './lesson-folders'

/** The modules that the page of an address shows first, by the ends of their ids. */
function firstModules(address: Address): readonly string[] {
  switch (address.page) {
    // The root leads to the home page in the reader's language.
    case 'root':
    case 'home':
      return ['/src/pages/HomePage.vue']
    case 'call':
      return [...CALL, ...texts('steps', address.language, lessonFolder('capture-media'))]
    case 'lesson':
      return [...CALL, ...texts('steps', address.language, lessonFolder(address.lesson))]
    case 'concepts':
      return ['/src/pages/ConceptsPage.vue']
    case 'concept':
      return ['/src/pages/ConceptPage.vue', ...texts('concepts', address.language, address.concept)]
    case 'errors':
      return ['/src/pages/ErrorsPage.vue']
    case 'error':
      return ['/src/pages/ErrorPage.vue', ...texts('errors', address.language, address.error)]
    case 'labs':
      return ['/src/pages/LabsPage.vue']
    case 'bench':
      return ['/src/pages/BenchPage.vue']
    case 'diagnose':
      return ['/src/pages/DiagnosePage.vue']
    case 'story':
      return ['/src/pages/StoryPage.vue']
    case 'fault':
      return ['/src/pages/FaultPage.vue']
    case 'room':
      return ['/src/pages/RoomPage.vue']
    case 'course':
      return ['/src/pages/CoursePage.vue']
    case 'worksheet':
      return ['/src/pages/WorksheetPage.vue']
    case 'hand-in':
      return ['/src/pages/HandInPage.vue']
    case 'marking':
      return ['/src/pages/MarkingPage.vue']
    case 'lab':
      return ['/src/pages/LabPage.vue', ...labFiles(address.lab)]
    case 'glossary':
      return ['/src/pages/GlossaryPage.vue', '/lessons/glossary/zh.json', '/lessons/glossary/en.json']
  }
}

const CALL = ['/src/pages/CallPage.vue', '/src/session/createCall.ts'] as const

function texts(collection: string, language: PageLanguage, folder: string): string[] {
  const languages = language === 'both' ? ['zh', 'en'] : [language]
  return languages.map((one) => `/lessons/${collection}/${folder}/${one}.md`)
}

/** A lab is loaded as a whole: both languages. */
function labFiles(id: string): string[] {
  return ['lab', 'zh', 'en'].map((name) => `/lessons/labs/${id}/${name}.json`)
}

/**
 * The files of a build that a page needs at once, besides those of the entry. Throws if a module has been moved without
 * changing this list, because its page would load it late, and nothing else would show that.
 */
export function firstFiles(address: Address, bundle: Rolldown.OutputBundle): readonly string[] {
  const files = new Set<string>()

  function add(chunk: Rolldown.OutputChunk) {
    if (files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const file of chunk.viteMetadata?.importedCss ?? []) files.add(file)
    for (const name of chunk.imports) {
      const next = bundle[name]
      if (next?.type === 'chunk') add(next)
    }
  }

  for (const ending of firstModules(address)) {
    const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(ending))
    if (chunk === undefined) throw new Error(`nothing in the build is ${ending}`)
    add(chunk)
  }
  return [...files]
}

/**
 * The style sheets of components that the build rendered into a page, also of those whose code loads later: without
 * them the page would move when they arrive. `components` are paths below the project's folder.
 */
export function styleFiles(components: readonly string[], bundle: Rolldown.OutputBundle): readonly string[] {
  const files = Object.values(bundle).flatMap((chunk) => {
    const isShown =
      chunk.type === 'chunk' &&
      chunk.moduleIds.some((id) => components.some((name) => id.replace(/\?.*/, '').endsWith(`/${name}`)))
    return isShown ? [...(chunk.viteMetadata?.importedCss ?? [])] : []
  })
  return [...new Set(files)]
}

/** Makes a page load its first files at once, instead of one after the other as imports are found. */
export function addFirstFiles(html: string, files: readonly string[]): string {
  const links = files
    .filter((file) => !html.includes(`"./${file}"`))
    .map((file) => {
      const rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload'
      return `    <link rel="${rel}" crossorigin href="./${file}">\n`
    })
  return html.replace('  </head>', () => `${links.join('')}  </head>`)
}
