/** A random id of 12 hex digits. Not crypto.randomUUID(): that is missing on insecure pages, where lessons still run. */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
