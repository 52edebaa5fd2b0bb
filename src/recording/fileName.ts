import type { Recording } from './recording'

/** A name for the file: sorts by time, and contains no character that a file system refuses. */
export function fileName({ made, browser }: Recording): string {
  const time = made.slice(0, 19).replaceAll(':', '-')
  const words = browser.toLowerCase().replace(/[^a-z\d]+/g, '-')
  return `handshake-${time}-${words.replace(/^-|-$/g, '')}.json`
}
