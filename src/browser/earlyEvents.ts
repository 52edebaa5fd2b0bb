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
  const isTap = event instanceof PointerEvent && event.defaultPrevented
  if (isTap) tapAgain(event)
  else if (!(target instanceof Element)) return
  else if (event.type === 'click') clickAgain(target)
  else if (!target.isConnected) return
  else if (event.type === 'submit') (target as HTMLFormElement).requestSubmit()
  else if (event.type === 'input' || event.type === 'change') {
    if (typeof value === 'string') Object.assign(target, { value })
    if (typeof checked === 'boolean') Object.assign(target, { checked })
    target.dispatchEvent(new Event(event.type, { bubbles: true }))
  } else if (event instanceof KeyboardEvent && target === document.body)
    target.dispatchEvent(new KeyboardEvent('keydown', { ...keyOf(event), bubbles: true, cancelable: true }))
}

/**
 * public/early.js keeps the page where it is when a finger taps a term; the focus then shows its meaning. Hydration
 * writes texts anew, so the link is looked for where it was.
 */
function tapAgain({ target, clientX, clientY }: PointerEvent) {
  const isHere = target instanceof HTMLElement && target.isConnected
  const link = isHere ? target : document.elementFromPoint(clientX, clientY)
  link?.closest<HTMLElement>('a[data-term]')?.focus()
}

/** Links and disclosures work without the app. A button of the first layout may have given way to one of a phone. */
function clickAgain(target: Element) {
  const button = target.closest('button')
  if (button === null || target.closest('a, summary') !== null) return
  ;(button.isConnected ? button : successorOf(button))?.click()
}

/** The button that does the same on the page now: it has the same id, or names the same action. */
function successorOf({ id, dataset }: HTMLButtonElement): HTMLElement | null {
  if (id !== '') return document.getElementById(id)
  const { action } = dataset
  return action === undefined ? null : document.querySelector<HTMLElement>(`button[data-action="${action}"]`)
}

function keyOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): KeyboardEventInit {
  return { key, code, ctrlKey, metaKey, altKey, shiftKey }
}
