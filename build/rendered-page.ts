import { rootFrom } from './page-addresses'
import type { Address } from './page-addresses'
import type { Page } from './page'
import type { RenderPage } from './renderer'

/**
 * A page with the app's own components as its body; the root leads to another page and keeps its own. `components` are
 * those on it.
 */
export async function renderedPage(
  address: Address,
  page: Page,
  render: RenderPage,
): Promise<{ page: Page; components: readonly string[] }> {
  if (address.page === 'root') return { page, components: [] }
  const { html, components } = await render(address.path)
  const body = keptStyles(relativeLinks(html, rootFrom(address.path)))
  const rendered = address.page === 'call' || address.page === 'lesson' ? 'bare' : 'always'
  return { page: { ...page, body, rendered }, components }
}

/** The page may stand in any folder of a host, so links lead from it to the app's root first. */
function relativeLinks(html: string, root: string): string {
  return html.replace(/(<a\b[^>]* href=")\/(?!\/)/g, (_, start: string) => start + root)
}

/** The page's policy allows no style attributes; src/main.ts sets these styles by script, which it allows. */
function keptStyles(html: string): string {
  return html.replace(/(<[a-z][^<>]*) style="/g, '$1 data-style="')
}
