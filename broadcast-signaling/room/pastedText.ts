import { fromBase64 } from './base64'

/* People paste descriptions as consoles, trackers and chats show them. */

/** A text without white space, code fences and stray quotes around it. */
export function unwrap(pasted: string): string {
  return pasted
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/^```\w*\s*|\s*```$/g, '')
    .replace(/^['`](?=[{v])|(?<=[}\n])['`];?$/g, '')
    .trim()
}

/**
 * What is wrapped in a text: JSON, a text in a JSON string, percent-encoded JSON, or base64 of JSON or of an SDP. null:
 * nothing is.
 */
export function openLayer(text: string): { json: unknown } | { text: string } | null {
  const json = readJson(text)
  if (typeof json === 'string') return { text: json }
  if (typeof json === 'object' && json !== null) return { json }
  if (/^[{["]/.test(text)) return null
  if (/%7B%22/i.test(text)) return { text: decode(text) }
  const bytes = /^[\w+/=\s-]{16,}$/.test(text) ? fromBase64(text.replace(/\s/g, '')) : null
  if (bytes === null) return null
  const inside = new TextDecoder().decode(bytes)
  return /^\s*(["{[]|v=0)/.test(inside) ? { text: inside } : null
}

/** JSON, also with its quotes escaped, or made typographic by a phone. undefined: it is none. */
function readJson(text: string): unknown {
  const escaped = text.startsWith('{\\"') ? [`"${text}"`] : []
  for (const candidate of [text, ...escaped, text.replace(/[“”]/g, '"')]) {
    try {
      return JSON.parse(candidate) as unknown
    } catch {
      // The next reading.
    }
  }
  return undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Every line ends with CRLF (RFC 8866 §5), also where the text was printed with `\r\n` as letters. */
export function withLineEnds(text: string): string {
  const lines = text.replace(/\\r\\n|\\n/g, '\n').split(/\r\n|\n|\r/)
  return `${lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\r\n')}\r\n`
}

/** The type of an SDP: an offer leaves the DTLS role open, an answer takes one (RFC 8842 §5.2, §5.3). null: it says neither. */
export function typeOfSdp(sdp: string): 'offer' | 'answer' | null {
  const roles = new Set([...sdp.matchAll(/^a=setup:(\w+)\r?$/gm)].map(([, role]) => role))
  if (roles.has('actpass')) return 'offer'
  return roles.has('active') || roles.has('passive') ? 'answer' : null
}
