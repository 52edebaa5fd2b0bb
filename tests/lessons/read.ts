import { readdirSync, readFileSync } from 'node:fs'

const COLLECTIONS = ['steps', 'concepts', 'errors', 'figures', 'quiz', 'sdp', 'glossary', 'pages', 'course']

/** The files of one language that a learner reads. What people type into the search is not among them. */
export function texts(language: 'zh' | 'en', collections: readonly string[] = COLLECTIONS): string[] {
  return collections
    .flatMap((collection) =>
      readdirSync(`lessons/${collection}`, { recursive: true, encoding: 'utf8' }).map(
        (name) => `lessons/${collection}/${name}`,
      ),
    )
    .filter((name) => name.endsWith(`/${language}.md`) || name.endsWith(`/${language}.json`))
}

/** The files with the words of the app, in both languages. */
export const messages = readdirSync('src/i18n/messages', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/i18n/messages/${name}`)

/** Each place where a line of a text matches, as file:line and the words around it. */
export function places(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => {
        const found = pattern.exec(line)
        return found
          ? [`${file}:${at + 1}: ${line.slice(Math.max(0, found.index - 20), found.index + 40)}`]
          : []
      }),
  )
}
