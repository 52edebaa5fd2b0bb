/** A title in one language, preceded by the identifying part of the error text: the name of the page and its tab. */
export function errorName(short: string | null, title: string): string {
  return short === null ? title : `${short} – ${title}`
}
