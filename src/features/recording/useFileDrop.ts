import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { useListener } from '../../browser/useListener'

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/**
 * Takes the first of the files that are dropped anywhere on the page; without this the browser would leave the page and
 * show the file. Says whether files are being dragged over the page.
 */
export function useFileDrop(take: (file: File) => void): ShallowRef<boolean> {
  const isOver = shallowRef(false)

  useListener('dragover', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    isOver.value = true
  })

  useListener('dragleave', (event) => {
    // Only leaving the window has nowhere to go to.
    if (event.relatedTarget === null) isOver.value = false
  })

  useListener('drop', (event) => {
    isOver.value = false
    if (!hasFiles(event)) return
    event.preventDefault()
    const [file] = event.dataTransfer?.files ?? []
    if (file !== undefined) take(file)
  })

  return isOver
}
