import { createHash } from 'node:crypto'
import { scriptlessPolicy } from '../scripts/policy.mjs'
import { shell } from '../src/i18n/messages/shell'
import { themeStyle } from '../src/styles/themeStyle'
import { escapeHtml } from './html'
import { withPolicy } from './page'
import type { PageWords } from './page-words'
import { HTML_LANG, WORDS } from './page-words'
import { tokensFile } from './tokens-file'

// The depth of this page is unknown when it is written, so it cannot link to a style sheet.
const STYLE = `
      ${themeStyle(tokensFile())}
      * { box-sizing: border-box }
      body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif }
      a { color: var(--caller) }
      header { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center; min-height: 48px; padding: 4px 16px;
        border-bottom: 1px solid var(--line); background: var(--panel) }
      header a { display: inline-flex; gap: 8px; align-items: center; min-height: 44px; color: var(--ink); text-decoration: none }
      header a:hover { text-decoration: underline }
      .brand { font-size: 1.14rem; font-weight: 700 }
      .brand span { color: var(--ink-2); font-weight: 400 }
      main { display: grid; gap: 40px; max-width: 40rem; margin: 0 auto; padding: 48px 20px }
      h1, h2 { margin: 0; font-size: 1.5rem; line-height: 1.3 }
      p { margin: 12px 0; color: var(--ink-2) }
      ul { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; padding: 0; list-style: none }
      main li a { display: block; padding: 10px 16px; border: 1px solid var(--line); border-radius: 8px;
        background: var(--panel); text-decoration: none }
      main li:first-child a { border-color: var(--ink); background: var(--ink); color: var(--panel); font-weight: 600 }
      :focus-visible { outline: 2px solid var(--caller); outline-offset: 2px }
    `
const POLICY = scriptlessPolicy(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`)

/** The folder that the app is served from, with a slash at both ends. */
export function baseFolder(base: string | undefined): string {
  const inner = (base ?? '').replace(/^\/+|\/+$/g, '')
  return inner ? `/${inner}/` : '/'
}

/** The ways on, first that of the call: the same pages as in the app's header. */
function doors(language: 'zh' | 'en', base: string, first: string): string {
  const pages = [
    ['call/', first],
    ['', shell.toHome[language]],
    ['concepts/', shell.concepts[language]],
    ['glossary/', shell.glossary[language]],
    ['errors/', shell.errors[language]],
    ['labs/', shell.labs[language]],
  ]
  const items = pages.map(
    ([path = '', name = '']) =>
      `<li><a href="${escapeHtml(`${base}${language}/${path}`)}">${escapeHtml(name)}</a></li>`,
  )
  return `<ul>${items.join('')}</ul>`
}

function part(language: 'zh' | 'en', heading: 'h1' | 'h2', base: string): string {
  const { notFound }: PageWords = WORDS[language]
  return `
      <section lang="${HTML_LANG[language]}">
        <${heading}>${escapeHtml(notFound.title)}</${heading}>
        <p>${escapeHtml(notFound.body)}</p>
        ${doors(language, base, notFound.link)}
      </section>`
}

function header(base: string): string {
  const { zh, en } = WORDS
  const link = (language: 'zh' | 'en' | 'both', lang: string, name: string) =>
    `<a href="${escapeHtml(`${base}${language}/`)}" lang="${lang}" hreflang="${lang}">${escapeHtml(name)}</a>`
  return `
    <header>
      <a class="brand" href="${escapeHtml(base)}"><img src="${escapeHtml(`${base}favicon.svg`)}" alt="" width="24" height="24" />${escapeHtml(en.name)} <span lang="zh-CN">${escapeHtml(zh.name)}</span></a>
      ${link('zh', 'zh-CN', zh.language)} ${link('en', 'en', en.language)} ${link('both', 'zh-CN', zh.both)}
    </header>`
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
  <body>${header(base)}
    <main>${part('zh', 'h1', base)}${part('en', 'h2', base)}
    </main>
  </body>
</html>
`
  return withPolicy(html, POLICY)
}
