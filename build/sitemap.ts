import { ADDRESSES } from './page-addresses'
import { escapeHtml } from './html'

/** The future address of the built app, from `HANDSHAKE_SITE=https://…`; undefined if it is not set. */
export function siteAddress(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new Error(`HANDSHAKE_SITE must be a whole address such as https://example.org/, not "${text}"`)
  return text.endsWith('/') ? text : `${text}/`
}

/** All addresses for search engines (sitemaps.org protocol 0.9), which must be absolute. */
export function sitemap(site: string): string {
  const urls = ADDRESSES.map(({ path }) => `  <url><loc>${escapeHtml(site + path.slice(1))}</loc></url>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}
