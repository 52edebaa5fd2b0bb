import { hasSingleKeys } from './singleKeys'

/** Everything a single key does. */
export type Shortcut =
  | 'next'
  | 'back'
  | 'play'
  | 'restart'
  | 'tab'
  | 'present'
  | 'lesson'
  | 'scene'
  | 'reveal'
  | 'pageOn'
  | 'pageBack'
  | 'evidence'
  | 'language'
  | 'theme'
  | 'help'
  | 'search'
  | 'hint'
  | 'sound'
  | 'picture'

/** Keys by `KeyboardEvent.key`, letters in lower case. */
const SHORTCUTS: ReadonlyMap<string, Shortcut> = new Map([
  ['arrowright', 'next'],
  [' ', 'next'],
  ['arrowleft', 'back'],
  ['p', 'play'],
  ['r', 'restart'],
  ['1', 'tab'],
  ['2', 'tab'],
  ['3', 'tab'],
  ['4', 'tab'],
  ['5', 'tab'],
  ['6', 'tab'],
  ['7', 'tab'],
  ['f', 'present'],
  ['n', 'lesson'],
  ['e', 'evidence'],
  ['s', 'scene'],
  ['a', 'reveal'],
  ['pagedown', 'pageOn'],
  ['pageup', 'pageBack'],
  ['l', 'language'],
  ['t', 'theme'],
  ['?', 'help'],
  ['/', 'search'],
  ['h', 'hint'],
  ['m', 'sound'],
  ['v', 'picture'],
])

/** While one is open, the keyboard cannot reach the page behind it. */
const MODAL = 'dialog[open], [aria-modal="true"]'
const TYPING = 'textarea, select, [contenteditable]:not([contenteditable="false"])'
const NOT_TEXT = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']
/** Roles that search their items by the letters typed. */
const SEARCHING = '[role="menu"], [role="listbox"], [role="combobox"], [role="tree"]'
const ARROWS = ['arrowright', 'arrowleft']
const MOVING =
  'input, video, audio, [role="tab"], [role="radio"], [role="slider"], [role="separator"], [role="grid"]'
/** The space runs a step only where nothing is read: on the page's body, and among the controls of the call. */
const TRANSPORT = '.call-controls'
const PRESSED =
  'a[href], button, input:not([type="range"]), summary, video, audio, [role="button"], [role="switch"], [role="tab"]'

/** The shortcut that a key event triggers, unless the element in focus uses that key. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  return shouldHandle(event) ? (SHORTCUTS.get(event.key.toLowerCase()) ?? null) : null
}

/**
 * Whether a key event may be a shortcut: no modifier, no open dialog, and the element in focus does not use the key.
 */
function shouldHandle(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false
  if (event.ctrlKey || event.altKey || event.metaKey) return false
  const key = event.key.toLowerCase()
  if (event.shiftKey && (key === ' ' || key.length > 1)) return false
  if (!hasSingleKeys.value && isCharacter(key)) return false
  if (document.querySelector(MODAL) !== null) return false
  return !(event.target instanceof Element) || !belongsTo(event.target, key)
}

/** Letters, digits, punctuation and symbols, as in WCAG 2.1.4. A space is not one of them. */
function isCharacter(key: string): boolean {
  return /^[^ ]$/u.test(key)
}

function belongsTo(element: Element, key: string): boolean {
  if (element.closest(`${TYPING}, ${SEARCHING}`) !== null) return true
  if (element instanceof HTMLInputElement && !NOT_TEXT.includes(element.type)) return true
  if (key === ' ') return !isTransport(element)
  if (!ARROWS.includes(key)) return false
  return element.closest(MOVING) !== null || scrollsSideways(element)
}

/** Whether the space is free there. In a text it scrolls, and in a button it presses. */
function isTransport(element: Element): boolean {
  if (element.matches('html, body')) return true
  return element.closest(TRANSPORT) !== null && element.closest(PRESSED) === null
}

/** Whether an arrow would scroll the element in focus, such as a wide block of code. */
function scrollsSideways(element: Element): boolean {
  return element.matches('[tabindex]') && element.scrollWidth > element.clientWidth
}
