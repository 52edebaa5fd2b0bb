/** A title in one language with the heart of the error's text before it, as pages and their tabs are called. */
export function errorName(short: string | null, title: string): string {
  return short === null ? title : `${short} – ${title}`
}
