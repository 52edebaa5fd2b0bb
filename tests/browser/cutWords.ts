import type { Page } from '@playwright/test'

/** The listings of the note, which is unfolded for it: how many there are, and those wider than their box. */
export async function listingsOf(page: Page): Promise<{ count: number; cut: (string | null)[] }> {
  return page.locator('.lesson pre').evaluateAll((listings) => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('.lesson details')) fold.open = true
    const cut = listings.filter((it) => it.scrollWidth > it.clientWidth || it.clientWidth === 0)
    return { count: listings.length, cut: cut.map((it) => it.textContent) }
  })
}

/** The words of the map that are cut, and those that a life line crosses: there a word must have a ground of its own. */
export async function spoiltWordsOfMap(page: Page): Promise<string[]> {
  return page.locator('.map').evaluate((map) => {
    const found: string[] = []
    const edge = map.getBoundingClientRect()
    const lanes = map.querySelector('.lanes')!.getBoundingClientRect()
    const lane = parseFloat(getComputedStyle(map.querySelector('.lanes')!, '::before').left) + 1
    const lines = [lanes.left + lane, lanes.right - lane]
    /** How much of a word's ground hides what is behind it, from 0 to 1, at a place. */
    const ground = (element: Element, x: number): number => {
      if (element === map) return 0
      const { backgroundColor, backgroundImage } = getComputedStyle(element)
      const { left, width } = element.getBoundingClientRect()
      if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return 1
      // The ground of a step's words grows from 55 to 75 % of their width, away from their own line.
      const share = (x - left) / width
      const isFaded = backgroundImage.includes('75%')
      if (isFaded && (backgroundImage.includes('to left') ? 1 - share : share) >= 0.75) return 1
      return ground(element.parentElement ?? map, x)
    }
    const walker = document.createTreeWalker(map, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement!
      const text = node.textContent?.trim() ?? ''
      const range = document.createRange()
      range.selectNodeContents(node)
      const rects = [...range.getClientRects()].filter(({ width }) => width > 1)
      if (text === '' || rects.length === 0 || !element.checkVisibility()) continue
      if (getComputedStyle(element).clipPath !== 'none') continue
      const isCut = rects.some(({ left, right }) => left < edge.left - 1 || right > edge.right + 1)
      const box = element.closest('.words > *, .label, .end, .name') ?? element
      // An inline box cuts nothing, and Firefox gives it a width of 0.
      const isNarrow = getComputedStyle(box).display !== 'inline' && box.scrollWidth > box.clientWidth + 1
      if (isCut || isNarrow) found.push(`cut: ${text}`)
      const crossed = rects.some(({ left, right }) =>
        lines.some((x) => left < x && x < right && ground(element, x) < 1),
      )
      if (crossed) found.push(`crossed: ${text}`)
    }
    return found
  })
}
