import { onBeforeUnmount, watch } from 'vue'
import type { Ref } from 'vue'
import { showInside } from '../browser/scrollInside'
import type { EvidenceLink } from '../lessons/evidenceLink'

/**
 * Shows the part of a panel that a link leads to: scrolls to it inside the panel, gives it the focus, and outlines it
 * (`data-flash`). Panels load later than the link is clicked, so it waits for an element with this `data-part`.
 */
export function useFlash(panel: Readonly<Ref<HTMLElement | null>>, look: () => EvidenceLink | null): void {
  if (import.meta.env.SSR) return
  let lit: (HTMLElement | SVGElement)[] = []
  let wanted: EvidenceLink | null = null
  const observer = new MutationObserver(find)

  function clear() {
    observer.disconnect()
    for (const element of lit) delete element.dataset['flash']
    lit = []
  }

  function find() {
    if (panel.value === null || wanted === null) return
    const { part } = wanted
    const parts = [...panel.value.querySelectorAll<HTMLElement | SVGElement>('[data-part]')]
    const found = part === null ? [panel.value] : parts.filter(({ dataset }) => dataset['part'] === part)
    const [first] = found
    if (first === undefined) return
    clear()
    lit = found
    for (const element of found) element.dataset['flash'] = ''
    showInside(first)
    focus(first)
  }

  watch(
    [look, panel],
    () => {
      const asked = look()
      if (asked === null) {
        wanted = null
        clear()
        return
      }
      if (asked === wanted && lit.length > 0) return
      clear()
      wanted = asked
      // The panel of the tab before may still be on screen.
      if (panel.value?.id !== `evidence-panel-${asked.tab}`) return
      observer.observe(panel.value, { childList: true, subtree: true, attributeFilter: ['data-part'] })
      find()
    },
    { flush: 'post', immediate: true },
  )
  onBeforeUnmount(clear)
}

/** A line of a tree is never focused itself: the tree has the focus, and its chosen line is the active one. */
function focus(element: HTMLElement | SVGElement) {
  const target = element.closest<HTMLElement>('[role="tree"]') ?? element
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus({ preventScroll: true })
}
