/** Saves a text as a file of the learner's. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  // Firefox reads the text after this task; taken away at once, nothing would be saved.
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, 10_000)
}
