interface PolicyFactory {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown
}

/**
 * Lets scripts of our own origin be started as workers, and nothing else, where the page's policy asks for Trusted
 * Types: https://w3c.github.io/trusted-types/dist/spec/#default-policy-hdr. Browsers without them have `worker-src` alone.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  trustedTypes?.createPolicy('default', { createScriptURL: (url) => (isOwn(url) ? url : null) })
}

/** A `blob:` address has our origin as well, and anything inside. */
function isOwn(url: string): boolean {
  const { origin, protocol } = new URL(url, location.href)
  return origin === location.origin && protocol === location.protocol
}
