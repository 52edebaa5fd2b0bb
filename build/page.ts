import { escapeHtml } from './html'

/** What differs between pages; texts are plain, `body` is HTML. */
export interface Page {
  readonly lang: 'zh-CN' | 'en'
  /** The relative path to the root of the app, such as `../../`. */
  readonly root: string
  readonly title: string
  readonly description: string
  /** The address of this page, as in `alternates`: absolute if the site's address is known. */
  readonly canonical: string
  /** The same page in the other languages: BCP 47 tag and address. */
  readonly alternates: readonly (readonly [lang: string, href: string])[]
  /** HTML before the app's element. */
  readonly before: string
  readonly body: string
  /**
   * Set if the app's own components rendered `body`, so that the app can hydrate it: at every address of the page, or
   * only without query and fragment (`bare`, src/browser/hydration.ts).
   */
  readonly rendered?: 'always' | 'bare'
  /** HTML after the app's element, which the app does not replace. */
  readonly after: string
}

/** Rewrites the relative links of a page at the root, so that they work at another depth. */
export function rebaseAssets(html: string, root: string): string {
  return html.replace(/(\s(?:src|href)=")\.\//g, (_, start: string) => start + root)
}

function put(html: string, mark: RegExp, text: string): string {
  if (!mark.test(html)) throw new Error(`index.html lacks ${mark.source}`)
  return html.replace(mark, () => text)
}

/** Inserts a Content Security Policy before everything that it applies to. */
export function withPolicy(html: string, policy: string): string {
  return put(html, /<meta charset="utf-8" ?\/?>/, `<meta charset="utf-8" />\n    ${policyElement(policy)}`)
}

/** Puts another Content Security Policy in the place of that of `withPolicy`. */
export function replacePolicy(html: string, policy: string): string {
  return put(html, /<meta http-equiv="Content-Security-Policy"[^>]*>/, policyElement(policy))
}

function policyElement(policy: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}" />`
}

/** Fills the head and the body of index.html for one page. */
export function fillTemplate(template: string, page: Page): string {
  const title = escapeHtml(page.title)
  const description = `<meta name="description" content="${escapeHtml(page.description)}" />`
  const alternates = page.alternates.map(
    ([lang, href]) => `\n    <link rel="alternate" hreflang="${lang}" href="${escapeHtml(href)}" />`,
  )
  const canonical = `\n    <link rel="canonical" href="${escapeHtml(page.canonical)}" />`
  // A rendered page is painted once it is there as a whole, because its parts move while others still arrive.
  const whole = page.rendered ? '\n    <link rel="expect" href="#unstarted" blocking="render" />' : ''
  let html = put(template, /<html[^>]*>/, `<html lang="${page.lang}" data-root="${escapeHtml(page.root)}">`)
  html = put(html, /<title>[^<]*<\/title>/, `<title>${title}</title>`)
  html = put(html, /<meta name="description"[^>]*>/, description + canonical + alternates.join('') + whole)
  const app = page.rendered
    ? `<div id="app" data-rendered="${page.rendered}">${page.body}</div>`
    : `<div id="app">\n${page.body}\n</div>`
  return put(html, /<div id="app"><\/div>/, `${page.before}${app}\n${page.after}`)
}
