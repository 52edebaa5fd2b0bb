import { readdirSync, readFileSync } from 'node:fs'
import en from '../../lessons/glossary/en.json'
import zh from '../../lessons/glossary/zh.json'
import type { TaughtAt } from '../../src/lessons/taughtAt'

const GLOSSARIES: Record<Language, Readonly<Record<string, { term: string } | undefined>>> = { zh, en }
const STEPS = readdirSync('lessons/steps')

export const LANGUAGES = ['zh', 'en'] as const
type Language = (typeof LANGUAGES)[number]

/** The Markdown of a page that teaches something; of one section, if it names one. null if there is none. */
export function taughtText(taughtAt: TaughtAt, language: Language): string | null {
  const [, kind, page = '', section] = /^(step|concept):([^#]+)(?:#(.+))?$/.exec(taughtAt) ?? []
  const folder =
    kind === 'concept' ? `concepts/${page}` : `steps/${STEPS.find((name) => name.slice(3) === page) ?? page}`
  const text = read(`lessons/${folder}/${language}.md`)
  if (text === null || section === undefined) return text
  return text.split(/^(?=## )/m).find((part) => part.split('\n')[0]?.endsWith(`{#${section}}`)) ?? null
}

/** Whether a text contains a term: one of the glossary by any of its names, as a whole word; or code, unchanged. */
export function holds(text: string, term: string, language: Language): boolean {
  const entry = GLOSSARIES[language][term]
  if (entry === undefined) return text.includes(term)
  return namesOf(entry.term).some((name) => {
    const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const isLatin = /^[ -~]+$/.test(name)
    return new RegExp(isLatin ? `(?<![A-Za-z0-9])${plain}s?(?![A-Za-z0-9])` : plain, 'i').test(text)
  })
}

function namesOf(term: string): string[] {
  return term.split('/').map((name) => name.replace(/[（(].*$/, '').trim())
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
