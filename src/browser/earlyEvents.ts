/** An event and the state of its field at that time, which hydration may set back. */
interface EarlyEvent {
  readonly event: Event
  readonly value?: unknown
  readonly checked?: unknown
}

declare global {
  interface Window {
    /** What public/early.js keeps; null once the app answers by itself. */
    handshakeEarly?: EarlyEvent[] | null
  }
}

/**
 * Lets the app answer what was pressed on the rendered page before it was hydrated, in order. Resolves once that has
 * happened. src/reading/loadParts.ts sees to it that figures and listings are hydrated with the page.
 */
export async function replayEarlyEvents(): Promise<void> {
  const kept = window.handshakeEarly ?? []
  window.handshakeEarly = null
  await new Promise((resolve) => setTimeout(resolve))
  for (const one of kept) replay(one)
}

function replay({ event, value, checked }: EarlyEvent) {
  const { target } = event
  if (!(target instanceof Element) || !target.isConnected) return
  if (event.type === 'click') clickAgain(target)
  else if (event.type === 'submit') (target as HTMLFormElement).requestSubmit()
  else if (event.type === 'input' || event.type === 'change') {
    if (typeof value === 'string') Object.assign(target, { value })
    if (typeof checked === 'boolean') Object.assign(target, { checked })
    target.dispatchEvent(new Event(event.type, { bubbles: true }))
  } else if (event instanceof KeyboardEvent && target === document.body)
    target.dispatchEvent(new KeyboardEvent('keydown', { ...keyOf(event), bubbles: true, cancelable: true }))
}

/** Links and disclosures work without the app. */
function clickAgain(target: Element) {
  const button = target.closest('button')
  if (button !== null && target.closest('a, summary') === null) button.click()
}

function keyOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): KeyboardEventInit {
  return { key, code, ctrlKey, metaKey, altKey, shiftKey }
}
