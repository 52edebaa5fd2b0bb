import { rootFrom } from './page-addresses'
import type { Address } from './page-addresses'
import type { Page } from './page'
import type { RenderPage } from './renderer'

/**
 * A page with the app's own components as its body, where they can be rendered without a browser: not the root, which
 * leads to another page, and not the call, which needs one. `components` are those on it.
 */
export async function renderedPage(
  address: Address,
  page: Page,
  render: RenderPage,
): Promise<{ page: Page; components: readonly string[] }> {
  if (address.page === 'root' || address.page === 'call' || address.page === 'lesson')
    return { page, components: [] }
  const { html, components } = await render(address.path)
  const body = keptStyles(relativeLinks(html, rootFrom(address.path)))
  return { page: { ...page, body, isRendered: true }, components }
}

/** The page may stand in any folder of a host, so links lead from it to the app's root first. */
function relativeLinks(html: string, root: string): string {
  return html.replace(/(<a\b[^>]* href=")\/(?!\/)/g, (_, start: string) => start + root)
}

/** The page's policy allows no style attributes; src/main.ts sets these styles by script, which it allows. */
function keptStyles(html: string): string {
  return html.replace(/(<[a-z][^<>]*) style="/g, '$1 data-style="')
}
