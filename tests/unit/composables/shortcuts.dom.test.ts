import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { shortcutOf } from '../../../src/composables/shortcuts'
import type { Shortcut } from '../../../src/composables/shortcuts'
import { hasSingleKeys, setSingleKeys, singleKey } from '../../../src/composables/singleKeys'

/** The meaning of a key that is pressed in an element; the rest of the event as given. */
function press(key: string, element: Element = document.body, init: KeyboardEventInit = {}): Shortcut | null {
  let meaning: Shortcut | null = null
  const listen = (event: KeyboardEvent) => (meaning = shortcutOf(event))
  addEventListener('keydown', listen)
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
  removeEventListener('keydown', listen)
  return meaning
}

/** Puts markup on the page and returns the element of the selector. */
function page(html: string, selector = '#it'): HTMLElement {
  document.body.innerHTML = html
  return document.querySelector<HTMLElement>(selector)!
}

const KEYS: [string, Shortcut][] = [
  ['ArrowRight', 'next'],
  [' ', 'next'],
  ['ArrowLeft', 'back'],
  ['p', 'play'],
  ['P', 'play'],
  ['r', 'restart'],
  ['1', 'tab'],
  ['6', 'tab'],
  ['7', 'tab'],
  ['f', 'present'],
  ['n', 'lesson'],
  ['s', 'scene'],
  ['a', 'reveal'],
  ['PageDown', 'pageOn'],
  ['PageUp', 'pageBack'],
  ['l', 'language'],
  ['t', 'theme'],
  ['?', 'help'],
  ['/', 'search'],
  ['h', 'hint'],
  ['m', 'sound'],
  ['v', 'picture'],
]
const ARROWS = ['ArrowRight', 'ArrowLeft']

afterEach(() => {
  document.body.replaceChildren()
  setSingleKeys(true)
  localStorage.clear()
})

test.each(KEYS)('%j means %s', (key, shortcut) => {
  expect(press(key)).toBe(shortcut)
})

test.each(['x', '8', 'Enter', 'Escape', 'ArrowUp', 'Tab', 'Home', 'End', 'constructor'])(
  '%j means nothing',
  (key) => {
    expect(press(key)).toBeNull()
  },
)

describe('a key that is not pressed alone, once and for the page', () => {
  test.each<[string, KeyboardEventInit]>([
    ['with Ctrl', { ctrlKey: true }],
    ['with Alt', { altKey: true }],
    ['with Meta', { metaKey: true }],
    ['held down', { repeat: true }],
    ['in an input method', { isComposing: true }],
  ])('%s means nothing', (_how, init) => {
    for (const [key] of KEYS) expect(press(key, document.body, init), key).toBeNull()
  })

  it('with Shift means nothing, unless it makes a character', () => {
    for (const key of [...ARROWS, ' ']) expect(press(key, document.body, { shiftKey: true })).toBeNull()
    expect(press('?', document.body, { shiftKey: true })).toBe('help')
  })

  it('that somebody has taken already means nothing', () => {
    const element = page('<div id="it"></div>')
    element.addEventListener('keydown', (event) => {
      event.preventDefault()
    })
    expect(press('r', element)).toBeNull()
  })
})

describe('a key belongs to the element in focus', () => {
  test.each([
    '<textarea id="it"></textarea>',
    '<select id="it"></select>',
    '<input id="it">',
    '<input id="it" type="search">',
    '<p contenteditable="true"><b id="it">text</b></p>',
    '<ul role="listbox"><li id="it" role="option"></li></ul>',
  ])('all of them in %s', (html) => {
    const element = page(html)
    for (const [key] of KEYS) expect(press(key, element), key).toBeNull()
  })

  test.each(['<button id="it">x</button>', '<a id="it" href="#">x</a>', '<summary id="it">x</summary>'])(
    'the space in %s, and only that',
    (html) => {
      const element = page(html)
      expect(press(' ', element)).toBeNull()
      for (const key of [...ARROWS, 'p', 'r']) expect(press(key, element), key).not.toBeNull()
    },
  )

  test.each([
    '<input id="it" type="range">',
    '<input id="it" type="radio">',
    '<button id="it" role="tab">x</button>',
  ])('the arrows in %s, and not the letters', (html) => {
    const element = page(html)
    for (const key of ARROWS) expect(press(key, element), key).toBeNull()
    expect(press('p', element)).toBe('play')
  })

  test.each([
    '<section tabindex="-1" id="it"><p>a note</p></section>',
    '<div tabindex="0" id="it">evidence</div>',
    '<li role="option" tabindex="0" id="it">a row</li>',
  ])('the space scrolls %s, and → still runs the step', (html) => {
    const element = page(html)
    expect(press(' ', element)).toBeNull()
    expect(press('ArrowRight', element)).toBe('next')
  })

  it('the space runs the step from the controls of the call, unless it presses one of them', () => {
    const controls = '<div class="call-controls"><input type="range" id="it"><button>x</button></div>'
    expect(press(' ', page(controls))).toBe('next')
    expect(press(' ', page(controls, 'button'))).toBeNull()
    expect(press(' ', page(controls, '.call-controls'))).toBe('next')
    expect(press(' ', document.documentElement)).toBe('next')
  })

  it('the arrows along which a focused block scrolls', () => {
    const element = page('<pre id="it" tabindex="0"></pre>')
    vi.spyOn(element, 'clientWidth', 'get').mockReturnValue(100)
    vi.spyOn(element, 'scrollWidth', 'get').mockReturnValue(300)
    expect(press('ArrowRight', element)).toBeNull()
    expect(press('p', element)).toBe('play')
  })
})

describe('an open dialog', () => {
  test.each([
    ['a modal dialog', '<dialog open><p id="it">text</p></dialog>'],
    ['a dialog by role', '<div role="alertdialog" aria-modal="true"><p id="it">text</p></div>'],
  ])('%s keeps every key from the page behind it, wherever the focus is', (_what, html) => {
    const inside = page(html)
    for (const [key] of KEYS) {
      expect(press(key, inside), key).toBeNull()
      // A click on plain text in the dialog leaves the focus on the body.
      expect(press(key, document.body), key).toBeNull()
    }
  })

  it('that is closed keeps none', () => {
    page('<dialog><p id="it">text</p></dialog>')
    expect(press('r')).toBe('restart')
  })
})

describe('single keys turned off (WCAG 2.1.4)', () => {
  it('leave the arrows, the page keys and the space, and nothing else', () => {
    setSingleKeys(false)
    for (const [key, shortcut] of KEYS) {
      const stays = ['arrowright', 'arrowleft', 'pagedown', 'pageup', ' '].includes(key.toLowerCase())
      expect(press(key), key).toBe(stays ? shortcut : null)
    }
  })

  it('are named beside no label, and the choice is kept for later visits', async () => {
    setSingleKeys(false)
    expect(singleKey('R')).toBe('')
    vi.resetModules()
    const later = await import('../../../src/composables/singleKeys')
    expect(later.hasSingleKeys.value).toBe(false)
    later.setSingleKeys(true)
    vi.resetModules()
    expect((await import('../../../src/composables/singleKeys')).hasSingleKeys.value).toBe(true)
    setSingleKeys(true)
    expect(hasSingleKeys.value && singleKey('R')).toBe('R')
  })
})
