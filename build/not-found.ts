import { createHash } from 'node:crypto'
import { scriptlessPolicy } from '../scripts/policy.mjs'
import { escapeHtml } from './html'
import { withPolicy } from './page'
import type { PageWords } from './page-words'
import { HTML_LANG, WORDS } from './page-words'

// The depth of this page is unknown when it is written, so it cannot link to a style sheet.
const STYLE = `
      :root { color-scheme: light dark }
      body { max-width: 32rem; margin: 15vh auto; padding: 0 16px; font: 1rem/1.55 system-ui, sans-serif }
      section + section { margin-top: 40px }
      h1, h2 { font-size: 1.3rem }
    `
const POLICY = scriptlessPolicy(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`)

/** The folder that the app is served from, with a slash at both ends. */
export function baseFolder(base: string | undefined): string {
  const inner = (base ?? '').replace(/^\/+|\/+$/g, '')
  return inner ? `/${inner}/` : '/'
}

function part(language: 'zh' | 'en', heading: 'h1' | 'h2', base: string): string {
  const { notFound }: PageWords = WORDS[language]
  return `
      <section lang="${HTML_LANG[language]}">
        <${heading}>${escapeHtml(notFound.title)}</${heading}>
        <p>${escapeHtml(notFound.body)}</p>
        <p><a href="${escapeHtml(`${base}${language}/call/`)}">${escapeHtml(notFound.link)}</a></p>
      </section>`
}

/** The page for unknown addresses: bilingual, without any script, with links from the server's root. */
export function notFoundPage(base: string): string {
  const { zh, en } = WORDS
  const html = `<!doctype html>
<html lang="${HTML_LANG.zh}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${escapeHtml(`${zh.notFound.title} · ${en.notFound.title} | ${zh.name} · ${en.name}`)}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>${part('zh', 'h1', base)}${part('en', 'h2', base)}
    </main>
  </body>
</html>
`
  return withPolicy(html, POLICY)
}
