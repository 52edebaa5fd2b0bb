/** How the worker answers a request. */
export type Plan =
  /** A file of this version: from its cache, without asking anybody. */
  | { readonly does: 'serve'; readonly path: string }
  /** A folder without its last slash, as static hosts do: relative links count from it. */
  | { readonly does: 'redirect'; readonly to: string }
  /** An asset of another version, for a page that was open before this one: any cache of ours, or the network. */
  | { readonly does: 'find' }
  /** An address that is not ours: the network, and without it the page that says so. */
  | { readonly does: 'ask' }
  /** None of the worker's business. */
  | { readonly does: 'nothing' }

/** The part of a request that decides. */
export type Asked = Pick<Request, 'method' | 'mode' | 'url'>

const NOTHING: Plan = { does: 'nothing' }

/** Vite writes a hash of the content into the name of everything in this folder. */
export function isHashed(path: string): boolean {
  return path.startsWith('assets/')
}

/** Chooses the answer: `scope` is the app's root, `has` tells whether a path below it is a file of this version. */
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
