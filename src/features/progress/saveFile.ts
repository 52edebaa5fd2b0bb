/** Hands a text to the browser as a file to save. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read the blob only after a while; a minute's hold on a few kilobytes costs nothing.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
}
