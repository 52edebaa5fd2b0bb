/**
 * The SHA-256 of a text (FIPS 180-4) in hexadecimal digits; null on a page that is not secure, where browsers offer no
 * WebCrypto (Web Cryptography API §10).
 */
export async function sha256(text: string): Promise<string | null> {
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle
  if (subtle === undefined) return null
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
