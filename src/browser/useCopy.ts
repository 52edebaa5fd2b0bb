import { onScopeDispose, shallowRef } from 'vue'

/** Milliseconds that a button says that it has copied. */
const SAID = 1_500

/**
 * Copies a text on a click, and says so for a moment. VueUse's asks for two permissions with each button, and
 * Chromium keeps the answers for as long as the page lives.
 */
export function useCopy() {
  const copied = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function copy(text: string) {
    copied.value = await writeText(text)
    clearTimeout(timer)
    timer = setTimeout(() => {
      copied.value = false
    }, SAID)
  }

  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return { copied, copy }
}

/** Whether it could be copied. */
async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // An insecure page has no clipboard, and a secure one may be denied it.
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
