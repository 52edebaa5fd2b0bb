// Content Security Policy 3; https://www.w3.org/TR/CSP3/. Each line that allows something says why.

/** Content Security Policy 3; https://www.w3.org/TR/CSP3/. Each line that allows something says for what. */
const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  // The example recordings, and what a service worker loads.
  'connect-src': "'self'",
  // The test pattern's clock, the layout engine of the inspector, the service worker.
  'worker-src': "'self'",
  // The inspector, shown inside the page.
  'frame-src': "'self'",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // Vue's own, for HTML that our build rendered; and src/browser/trustedScripts.ts.
  'trusted-types': 'vue default',
}

/** The policy of every page of the app but the room, as a meta element may hold it. */
export const PAGE_POLICY = toPolicy(DIRECTIVES)

/**
 * The policy of the room's page, where a learner may type the address of an MQTT broker: WebSockets to anywhere. An
 * element cannot allow more than the first one of its page did, only less, so the page itself takes back what it does
 * not need once the learner enters a room (src/browser/connectPolicy.ts).
 */
export const ROOM_POLICY = toPolicy({ ...DIRECTIVES, 'connect-src': "'self' ws: wss:" })

/**
 * The policy of a page without any script, whose one inline style has this hash (`sha256-…`).
 * @param {string} hash
 */
export function scriptlessPolicy(hash) {
  return toPolicy({
    'default-src': "'none'",
    'style-src': `'${hash}'`,
    'img-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  })
}

/**
 * The policy of a file that stands alone: only its one inline script and its one inline style, by their hashes
 * (`sha256-…`). Nothing can be loaded, and no text can become HTML.
 * @param {{ script: string, style: string }} hashes
 */
export function filePolicy({ script, style }) {
  return toPolicy({
    'default-src': "'none'",
    'script-src': `'${script}'`,
    'style-src': `'${style}'`,
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  })
}

/** @param {Record<string, string>} directives */
function toPolicy(directives) {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/**
 * The headers to serve a file of dist/ with: what no meta element can say, and for a script the whole policy, which
 * a worker takes from its own response. The inspector may be framed by, and keeps its opener of, any app it inspects;
 * what is under embed/ may be framed by any page, and nothing else may. The
 * window of the probe keeps its opener too, and the probe itself may be imported by any page.
 * @param {string} file
 * @param {string} [host] as the request names it: over plain http a browser takes an opener policy from itself only
 * @returns {Record<string, string>}
 */
export function headersOf(file, host = 'localhost') {
  const isFramed = file.endsWith('inspector.html') || isEmbed(file)
  const isOpen = isFramed || /(?:^|\/)probe\.html$/.test(file)
  const policies = [
    ...(file.endsWith('.js') ? [PAGE_POLICY] : []),
    ...(isFramed ? [] : ["frame-ancestors 'none'"]),
  ]
  return {
    ...(policies.length > 0 && { 'Content-Security-Policy': policies.join('; ') }),
    ...(!isOpen && isThisMachine(host) && { 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' }),
    ...(/(?:^|\/)probe\.js$/.test(file) && { 'Access-Control-Allow-Origin': '*' }),
    'Permissions-Policy': 'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** Whether a file of dist/ is a part for frames of other pages. */
export function isEmbed(/** @type {string} */ file) {
  return /^\/?embed\//.test(file)
}

function isThisMachine(/** @type {string} */ host) {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host)
}
