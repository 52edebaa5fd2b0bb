/** Milliseconds until the browser has certainly read the file: some start only after a while. */
const COPIED = 60_000

/** Offers a text or bytes as a file to save. `type`: its media type. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, COPIED)
}
