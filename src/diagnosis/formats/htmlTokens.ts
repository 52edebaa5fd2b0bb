/** A part of a page. The text of an element is a token of its own. */
export type HtmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** Characters of one tag. A longer one is text. */
const LONGEST_TAG = 65_536
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/**
 * Divides a page into tags and texts, as a browser serialises it (`outerHTML`). Nothing is executed or shown. Damaged
 * markup is text. Takes time in proportion to the length of the page.
 */
export function* htmlTokens(page: string): Generator<HtmlToken> {
  let at = 0
  while (at < page.length) {
    const start = page.indexOf('<', at)
    if (start !== at)
      yield { kind: 'text', text: unescapeHtml(page.slice(at, start < 0 ? page.length : start)) }
    if (start < 0) return
    if (page.startsWith('<!--', start)) {
      const end = page.indexOf('-->', start)
      at = end < 0 ? page.length : end + 3
      continue
    }
    const end = endOfTag(page, start)
    const tag = page.slice(start, end)
    at = end
    const [, slash, name] = /^<(\/?)([a-zA-Z][\w-]*)/.exec(tag) ?? []
    if (name === undefined || !tag.endsWith('>')) yield { kind: 'text', text: unescapeHtml(tag) }
    else if (slash === '/') yield { kind: 'close', name: name.toLowerCase() }
    else yield { kind: 'open', name: name.toLowerCase(), attributes: attributesOf(tag) }
  }
}

/** The place behind the `>` of a tag, or where it cannot go on. */
function endOfTag(page: string, start: number): number {
  const most = Math.min(page.length, start + LONGEST_TAG)
  let quote = ''
  for (let at = start + 1; at < most; at += 1) {
    const sign = page[at] ?? ''
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
    else if (sign === '<') return at
  }
  return most
}

function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, double, single] of tag.matchAll(/\s([\w-]+)=(?:"([^"]*)"|'([^']*)')/g)) {
    if (name !== undefined) found.set(name.toLowerCase(), unescapeHtml(double ?? single ?? ''))
  }
  return found
}

function unescapeHtml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
