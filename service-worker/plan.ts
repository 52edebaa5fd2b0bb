/** How the worker answers a request. */
export type Plan =
  /** A file of this version: from its cache, without the network. */
  | { readonly does: 'serve'; readonly path: string }
  /** A folder without its trailing slash, as static hosts do: relative links depend on it. */
  | { readonly does: 'redirect'; readonly to: string }
  /**
   * An asset of another version, for a page that was opened before this version: any cache of this app, or the network.
   */
  | { readonly does: 'find' }
  /** An unknown address: the network, and without it the page for unknown addresses. */
  | { readonly does: 'ask' }
  /** The worker does not handle it. */
  | { readonly does: 'nothing' }

/** The part of a request that decides the answer. */
export type Asked = Pick<Request, 'method' | 'mode' | 'url'>

const NOTHING: Plan = { does: 'nothing' }

/** Vite writes a hash of the content into the name of everything in this folder. */
export function isHashed(path: string): boolean {
  return path.startsWith('assets/')
}

/** Chooses the answer. `scope` is the app's root; `has` tells whether a path below it is a file of this version. */
export function planFor({ method, mode, url }: Asked, scope: string, has: (path: string) => boolean): Plan {
  if (method !== 'GET' || !url.startsWith(scope)) return NOTHING
  const [address = '', search = ''] = url
    .slice(scope.length)
    .replace(/#.*/, '')
    .split(/(?=\?)/)
  const path = address.startsWith('?') ? '' : address.replace(/(^|\/)index\.html$/, '$1')
  if (has(path)) return { does: 'serve', path }
  if (mode !== 'navigate') return isHashed(path) ? { does: 'find' } : NOTHING
  return has(`${path}/`) ? { does: 'redirect', to: `${scope}${path}/${search}` } : { does: 'ask' }
}
