interface PolicyFactory {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown
}

/**
 * Lets only scripts of this origin be started as workers, where the policy of the page requires Trusted Types:
 * https://w3c.github.io/trusted-types/dist/spec/#default-policy-hdr. Browsers without Trusted Types only have
 * `worker-src`.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  trustedTypes?.createPolicy('default', { createScriptURL: (url) => (isOwn(url) ? url : null) })
}

/** A `blob:` URL has this origin too, but may contain anything. */
function isOwn(url: string): boolean {
  const { origin, protocol } = new URL(url, location.href)
  return origin === location.origin && protocol === location.protocol
}
