import { onScopeDispose, shallowRef } from 'vue'

/** Milliseconds for which a button shows that it has copied. */
const SHOWN = 1_500

/**
 * Copies a text on a click, and shows that for a moment. VueUse's version asks for two permissions for each button, and
 * Chromium keeps those answers until the page is closed.
 */
export function useCopy() {
  const copied = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function copy(text: string) {
    copied.value = await writeText(text)
    clearTimeout(timer)
    timer = setTimeout(() => {
      copied.value = false
    }, SHOWN)
  }

  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return { copied, copy }
}

/** Writes to the clipboard; false if that fails. */
async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // An insecure page has no clipboard, and a secure one may be refused.
    return writeByCommand(text)
  }
}

function writeByCommand(text: string): boolean {
  const write = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', write)
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only other way, and all browsers keep it
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', write)
  return isDone
}
