import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { useListener } from '../../browser/useListener'

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/**
 * Takes the first file that is dropped anywhere on the page; otherwise the browser would leave the page and show the
 * file. Returns whether files are dragged over the page.
 */
export function useFileDrop(take: (file: File) => void): ShallowRef<boolean> {
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
    const [file] = event.dataTransfer?.files ?? []
    if (file !== undefined) take(file)
  })

  return isOver
}
