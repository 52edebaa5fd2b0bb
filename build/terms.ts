import enTerms from '../lessons/glossary/en.json'
import zhTerms from '../lessons/glossary/zh.json'
import type { LessonLanguage } from '../src/lessons/lessons'

/** State of the renderer within a lesson, to mark each term once. */
export interface TermEnv {
  readonly language: LessonLanguage
  readonly marked: Set<string>
}

type Glossary = Readonly<Record<string, { readonly term: string; readonly text: string }>>

const GLOSSARIES: Readonly<Record<LessonLanguage, Glossary>> = { zh: zhTerms, en: enTerms }

const FINDERS = { zh: finder(zhTerms), en: finder(enTerms) }

/** A pattern for all terms, the longest first; English ones as whole words, with or without a plural s. */
function finder(glossary: Glossary): { pattern: RegExp; ids: ReadonlyMap<string, string> } {
  const ids = new Map<string, string>()
  for (const [id, { term }] of Object.entries(glossary)) {
    for (const name of namesOf(term)) if (!ids.has(name)) ids.set(name, id)
  }
  const names = [...ids.keys()].sort((a, b) => b.length - a.length).map(escapePattern)
  const latin = names.filter((name) => /^[ -~]+$/.test(name))
  const other = names.filter((name) => !latin.includes(name))
  // A Latin term matches only as a whole word: `ICE` is not part of `device`, nor `offer` of `createOffer`.
  const words = latin.length > 0 ? [`(?<![A-Za-z0-9_.-])(?:${latin.join('|')})s?(?![A-Za-z0-9_(-])`] : []
  const parts = [...words, ...other]
  return { pattern: new RegExp(parts.join('|'), 'gi'), ids }
}

/**
 * `提议` of `提议（offer）`; both of `caller / offerer`, and of `安全实时传输协议（SRTP）`. In lower case, except abbreviations: `TURN`
 * is not the verb "turn".
 */
function namesOf(term: string): string[] {
  return term
    .split('/')
    .flatMap((part) => [part.replace(/[（(].*$/, ''), /[（(]([A-Z]{2,})[）)]/.exec(part)?.[1] ?? ''])
    .map((name) => name.trim())
    .map((name) => (/^[A-Z]{2,}$/.test(name) ? name : name.toLowerCase()))
    .filter((name) => name !== '')
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\//g, '\\/')
}

/** Links the first mention of each glossary term in escaped text to its entry. */
export function markTerms(html: string, { language, marked }: Partial<TermEnv>): string {
  if (language === undefined || marked === undefined) return html
  const { pattern, ids } = FINDERS[language]
  return html.replace(pattern, (found) => {
    const names = [found, found.replace(/s$/, '')].flatMap((name) => [name, name.toLowerCase()])
    const id = names.map((name) => ids.get(name)).find((known) => known !== undefined)
    if (id === undefined || marked.has(id) || GLOSSARIES[language][id] === undefined) return found
    marked.add(id)
    return `<a class="term" data-term="${id}" href="../../glossary/#${id}">${found}</a>`
  })
}
