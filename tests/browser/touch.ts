import type { Page } from '@playwright/test'

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

/** The controls that a finger can miss and the texts that are too small, of what is on screen. */
export function tooSmall(page: Page): Promise<{ targets: string[]; texts: string[] }> {
  return page.evaluate(() => {
    // A link in a sentence, as WCAG 2.5.8 allows; rows of lists with hundreds of entries, which scroll; marks in a
    // drawing, which a list has too; and the sign of a sound, whose target is larger than the sign.
    const EXCEPT = ':is(p, li, dd, td) a, [role="option"], [role="treeitem"], svg *, .sound'
    const visible = (it: Element) =>
      it.checkVisibility({ visibilityProperty: true }) && it.getBoundingClientRect().width > 1
    const heightOf = (it: Element | null) => it?.getBoundingClientRect().height ?? 0
    const dialog = document.querySelector('dialog[open]')
    const found = [
      ...(dialog ?? document).querySelectorAll(
        'a[href], button, select, summary, input, [role="tab"], [role="switch"]',
      ),
    ]
    const targets = found
      .filter((it) => visible(it) && !it.matches(EXCEPT) && it.closest('.skip') === null)
      .filter((it) => Math.max(heightOf(it), heightOf(it.closest('label'))) < 43.9)
      .map((it) => `${it.localName}.${it.className}: ${it.textContent.trim()}`)
    const texts = [...document.querySelectorAll('.app *')]
      .filter(
        (it) =>
          visible(it) &&
          it.closest('svg') === null &&
          [...it.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      )
      .filter((it) => parseFloat(getComputedStyle(it).fontSize) < 12)
      .map((it) => it.className)
    return { targets, texts }
  })
}
