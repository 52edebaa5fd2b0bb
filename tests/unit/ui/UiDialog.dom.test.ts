import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import UiDialog from '../../../src/ui/UiDialog.vue'

let unmount = () => {}

afterEach(() => {
  unmount()
  unmount = () => {}
})

function open() {
  const dialog = mount(UiDialog, {
    props: { open: false, title: 'Title', closeLabel: 'Close', 'onUpdate:open': (now: boolean) => set(now) },
    slots: { default: '<textarea></textarea>' },
    attachTo: document.body,
  })
  const set = (now: boolean) => dialog.setProps({ open: now })
  unmount = () => dialog.unmount()
  const element = dialog.get('dialog').element
  /** A press that begins in one element and ends in another: the click goes to their common ancestor. */
  async function press(from: Element, to: Element) {
    from.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    to.dispatchEvent(new Event('pointerup', { bubbles: true }))
    const common = from === to ? from : element
    common.dispatchEvent(new Event('click', { bubbles: true }))
    await dialog.vm.$nextTick()
  }
  return { dialog, element, set, press, field: () => dialog.get('textarea').element }
}

// happy-dom has no `closedby`, like Safari; tests/browser/dialogs.spec.ts covers browsers that have it.
describe('a dialog where the browser knows no closedby', () => {
  it('is closed by a press outside of it', async () => {
    const { element, set, press } = open()
    await set(true)
    expect(element.open).toBe(true)
    await press(element, element)
    expect(element.open).toBe(false)
  })

  it('stays open when a press begins or ends inside it', async () => {
    const { element, set, press, field } = open()
    await set(true)
    await press(field(), element)
    expect(element.open).toBe(true)
    await press(element, field())
    expect(element.open).toBe(true)
    await press(field(), field())
    expect(element.open).toBe(true)
  })
})

it('is closed before it is removed, so that the focus goes back to where it was', async () => {
  const { dialog, element, set } = open()
  await set(true)
  const isInPage: boolean[] = []
  vi.spyOn(element, 'close').mockImplementation(() => void isInPage.push(element.isConnected))
  dialog.unmount()
  unmount = () => {}
  expect(isInPage).toEqual([true])
})
