/** Milliseconds until a browser has surely begun to copy the file: some read it only after a while. */
const COPIED = 60_000

/** Hands a text or bytes to the browser as a file to save. `type`: its media type. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, COPIED)
}
