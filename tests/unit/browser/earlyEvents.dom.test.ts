import { afterEach, expect, test, vi } from 'vitest'
import { replayEarlyEvents } from '../../../src/browser/earlyEvents'

afterEach(() => {
  document.body.innerHTML = ''
  delete window.handshakeEarly
})

/** Keeps an event as public/early.js does, and dispatches it while nobody answers. */
function keep(target: Element, event: Event) {
  target.dispatchEvent(event)
  const { value, checked } = target as HTMLInputElement
  window.handshakeEarly?.push({ event, value, checked })
}

test('a press, a text and a key are answered in their order, once the app is there', async () => {
  document.body.innerHTML = '<button><span>Search</span></button><textarea></textarea>'
  window.handshakeEarly = []
  const [button, span, box] = ['button', 'span', 'textarea'].map((name) => document.querySelector(name)!)
  keep(span!, new MouseEvent('click', { bubbles: true }))
  keep(box!, new Event('input', { bubbles: true }))
  keep(document.body, new KeyboardEvent('keydown', { key: '/', bubbles: true }))

  const answered: string[] = []
  button!.addEventListener('click', () => answered.push('click'))
  box!.addEventListener('input', () => answered.push('input'))
  const onKey = ({ key }: KeyboardEvent) => answered.push(key)
  addEventListener('keydown', onKey)
  await replayEarlyEvents()
  removeEventListener('keydown', onKey)
  expect(answered).toEqual(['click', 'input', '/'])
  expect(window.handshakeEarly).toBeNull()
})

test('a field gets back what hydration reset', async () => {
  document.body.innerHTML = '<input type="radio" name="a"><textarea></textarea>'
  window.handshakeEarly = []
  const [radio, box] = [document.querySelector('input')!, document.querySelector('textarea')!]
  radio.checked = true
  keep(radio, new Event('change', { bubbles: true }))
  box.value = 'black video'
  keep(box, new Event('input', { bubbles: true }))
  radio.checked = false
  box.value = ''
  await replayEarlyEvents()
  expect([radio.checked, box.value]).toEqual([true, 'black video'])
})

test('what works without the app is not done twice: links, disclosures, and keys in a field', async () => {
  document.body.innerHTML = '<a href="#x">x</a><details><summary>s</summary></details><input type="search">'
  window.handshakeEarly = []
  const again = vi.fn()
  for (const name of ['a', 'summary', 'input']) {
    const element = document.querySelector(name)!
    keep(element, new MouseEvent('click', { bubbles: true }))
    keep(element, new KeyboardEvent('keydown', { key: 'x', bubbles: true }))
    for (const type of ['click', 'keydown']) element.addEventListener(type, again)
  }
  await replayEarlyEvents()
  expect(again).not.toHaveBeenCalled()
})

test('a finger’s tap on a term, held back, gives the term the focus, also where hydration has written the link anew', async () => {
  const html = '<a href="#ice" data-term="ice">ICE</a>'
  for (const isRewritten of [false, true]) {
    document.body.innerHTML = html
    window.handshakeEarly = []
    const link = document.querySelector('a')!
    link.addEventListener('click', (event) => event.preventDefault(), { once: true })
    keep(link, new PointerEvent('click', { pointerType: 'touch', bubbles: true, cancelable: true }))
    if (isRewritten) document.body.innerHTML = html
    document.elementFromPoint = () => document.querySelector('a')
    await replayEarlyEvents()
    expect(document.activeElement).toBe(document.querySelector('a'))
  }
})

test('nothing was kept where the page was not rendered: development', async () => {
  await expect(replayEarlyEvents()).resolves.toBeUndefined()
})

test('a press on a button that has given way is answered by the one in its place, by its id or its action', async () => {
  document.body.innerHTML =
    '<div><button data-action="next"><b>1</b></button><button id="part-tab-steps">2</button><button>3</button></div>'
  window.handshakeEarly = []
  for (const target of document.querySelectorAll('b, [id], button:last-child'))
    keep(target, new MouseEvent('click', { bubbles: true }))
  document.body.innerHTML =
    '<button id="part-tab-steps">2</button><button data-action="next">1</button><button>3</button>'
  const answered: string[] = []
  const onClick = ({ target }: Event) => answered.push((target as Element).textContent)
  addEventListener('click', onClick)
  await replayEarlyEvents()
  removeEventListener('click', onClick)
  expect(answered).toEqual(['1', '2'])
})
