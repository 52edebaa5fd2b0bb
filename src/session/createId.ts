/**
 * A random id of 12 hex digits. Not crypto.randomUUID(): it is missing on insecure pages, where the app still works.
 */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
