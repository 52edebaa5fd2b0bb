import { createCssVariablesTheme, createHighlighterCoreSync } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import html from 'shiki/langs/html.mjs'
import javascript from 'shiki/langs/javascript.mjs'
import json from 'shiki/langs/json.mjs'
import typescript from 'shiki/langs/typescript.mjs'
import { escapeHtml } from './html'

const VARIABLE = /^var\(--token-([a-z-]+)\)$/

const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '--', fontStyle: false })
const highlighter = createHighlighterCoreSync({
  themes: [theme],
  langs: [html, javascript, json, typescript],
  engine: createJavaScriptRegexEngine(),
})
const languages = new Set(highlighter.getLoadedLanguages())

/** The classes of coloured code; the style sheet defines their colours. */
export const TOKEN_CLASSES = [
  'tok-comment',
  'tok-constant',
  'tok-function',
  'tok-keyword',
  'tok-link',
  'tok-parameter',
  'tok-punctuation',
  'tok-string',
  'tok-string-expression',
] as const

const known: ReadonlySet<string> = new Set(TOKEN_CLASSES)

function tokenHtml(content: string, color: string | undefined): string {
  const name = `tok-${VARIABLE.exec(color ?? '')?.[1] ?? ''}`
  return known.has(name) ? `<span class="${name}">${escapeHtml(content)}</span>` : escapeHtml(content)
}

/** Colours code with classes instead of inline styles. */
export function highlight(code: string, language: string): string {
  if (!languages.has(language)) return escapeHtml(code)
  // Without a time limit: on a slow machine the rest of a long line would stay uncoloured.
  return highlighter
    .codeToTokensBase(code, { lang: language, theme: 'classes', tokenizeTimeLimit: 0 })
    .map((line) => line.map((token) => tokenHtml(token.content, token.color)).join(''))
    .join('\n')
}
