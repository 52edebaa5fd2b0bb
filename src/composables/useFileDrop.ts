import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { useListener } from '../browser/useListener'

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/**
 * Takes the files that are dropped anywhere on the page; otherwise the browser would leave the page and show one.
 * Returns whether files are dragged over the page.
 */
export function useFileDrop(
  take: (first: File, files: readonly File[], transfer: DataTransfer | null) => void,
): ShallowRef<boolean> {
  const isOver = shallowRef(false)

  useListener('dragover', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    isOver.value = true
  })

  useListener('dragleave', (event) => {
    // Only when leaving the window there is no related target.
    if (event.relatedTarget === null) isOver.value = false
  })

  useListener('drop', (event) => {
    isOver.value = false
    if (!hasFiles(event)) return
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files[0] !== undefined) take(files[0], files, event.dataTransfer)
  })

  return isOver
}
