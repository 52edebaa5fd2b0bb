import { shallowRef } from 'vue'

/** One term in one language: its rendering, and its meaning in one line. */
export interface Term {
  readonly term: string
  readonly text: string
}

/** A term in both languages. */
export interface TermPair {
  readonly id: string
  readonly term: { readonly zh: string; readonly en: string }
  readonly text: { readonly zh: string; readonly en: string }
}

/** The glossary in the order of its files; empty until it is loaded. */
export const glossary = shallowRef<readonly TermPair[]>([])

/** Loads the glossary, once. */
export async function loadGlossary(): Promise<readonly TermPair[]> {
  if (glossary.value.length > 0) return glossary.value
  const [{ default: zh }, { default: en }] = await Promise.all([
    import('../../lessons/glossary/zh.json'),
    import('../../lessons/glossary/en.json'),
  ])
  const english: Readonly<Record<string, Term | undefined>> = en
  glossary.value = Object.entries(zh).map(([id, chinese]) => {
    const translation = english[id] ?? chinese
    return {
      id,
      term: { zh: chinese.term, en: translation.term },
      text: { zh: chinese.text, en: translation.text },
    }
  })
  return glossary.value
}
