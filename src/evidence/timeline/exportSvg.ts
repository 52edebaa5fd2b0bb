import { withoutNonXml } from './xmlText'

const SVG = 'http://www.w3.org/2000/svg'

/** Joins drawings one below the other into a file: no scripts, no style sheets, the colours of the light theme. */
export function exportSvg(parts: readonly SVGSVGElement[], title: string): string {
  const [first] = parts
  const width = first?.viewBox.baseVal.width ?? 0
  const whole = document.createElementNS(SVG, 'svg')
  const name = document.createElementNS(SVG, 'title')
  name.textContent = title
  const ground = document.createElementNS(SVG, 'rect')
  whole.append(name, ground)

  let height = 0
  for (const part of parts) {
    const group = document.createElementNS(SVG, 'g')
    group.setAttribute('transform', `translate(0 ${String(height)})`)
    group.append(...[...part.childNodes].map((node) => node.cloneNode(true)))
    whole.append(group)
    height += part.viewBox.baseVal.height
  }
  for (const element of whole.querySelectorAll('[data-screen]')) element.remove()
  for (const element of whole.querySelectorAll('*')) {
    for (const { name: attribute } of [...element.attributes]) {
      if (/^(class|role|tabindex|aria-|data-)/.test(attribute)) element.removeAttribute(attribute)
    }
  }
  const size = { width: String(width), height: String(height + 12) }
  for (const [key, value] of Object.entries(size)) {
    whole.setAttribute(key, value)
    ground.setAttribute(key, value)
  }
  whole.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`)
  ground.setAttribute('fill', 'var(--panel)')

  const tokens = lightTokens()
  return withoutNonXml(new XMLSerializer().serializeToString(whole))
    .replaceAll('<!---->', '')
    .replace(/var\((--[\w-]+)\)/g, (use, token: string) => escapeQuotes(tokens.get(token) ?? use))
}

/** The tokens of the light theme from the page's style sheets, whichever theme is on. */
function lightTokens(): Map<string, string> {
  const tokens = new Map<string, string>()
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSStyleRule) || rule.selectorText !== ':root') continue
      for (const property of rule.style) {
        if (property.startsWith('--')) tokens.set(property, rule.style.getPropertyValue(property).trim())
      }
    }
  }
  return tokens
}

function escapeQuotes(text: string): string {
  return text.replaceAll('"', "'")
}
