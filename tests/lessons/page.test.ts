import { describe, expect, test } from 'vitest'
import { FAULTS } from '../../src/diagnosis/verdict'
import { ERROR_IDS } from '../../src/errors/errorIds'
import { LAB_IDS } from '../../src/labs/labIds'
import { ADDRESSES, findAddress, rootFrom } from '../../build/page-addresses'
import { baseFolder, notFoundPage } from '../../build/not-found'
import { fillTemplate, rebaseAssets } from '../../build/page'
import { describePage } from '../../build/page-content'
import { siteAddress, sitemap } from '../../build/sitemap'
import { WORDS } from '../../build/page-words'

const TEMPLATE = `<html lang="zh-CN"><head><meta name="description" content="" /><title>x</title>
<script type="module" crossorigin src="./assets/index-1.js"></script></head><body><div id="app"></div></body></html>`

const NOTHING = { zh: {}, en: {} }
const EMPTY = { steps: NOTHING, concepts: NOTHING, errors: NOTHING }

describe('addresses', () => {
  test('are the root and, in three languages, the home page, the call, 15 lessons, 13 concepts, the errors, the labs, their lists, the bench, the diagnosis and its faults, the story, the room, the course, the worksheets, handing in, marking and the glossary', () => {
    expect(ADDRESSES).toHaveLength(1 + 3 * (42 + ERROR_IDS.length + LAB_IDS.length + FAULTS.length))
    expect(new Set(ADDRESSES.map(({ path }) => path)).size).toBe(ADDRESSES.length)
    expect(ADDRESSES.map(({ path }) => path)).toContain('/both/call/hang-up/')
  })

  test.each(['/en/call/', '/en/call', '/en/call/index.html'])('are found as %s', (path) => {
    expect(findAddress(path)).toMatchObject({ page: 'call', language: 'en' })
  })

  test.each(['/fr/', '/zh/call/make-tea/', '/zh//', '/zh/index.htm'])('are not found as "%s"', (path) => {
    expect(findAddress(path)).toBeUndefined()
  })

  test.each(ADDRESSES)('lead from $path back to the root', ({ path }) => {
    expect(new URL(rootFrom(path), `http://localhost/some/folder${path}`).pathname).toBe('/some/folder/')
  })
})

describe('a page', () => {
  test('has its relative links re-based, and no others', () => {
    const html =
      '<link href="./a.css"><script src="./b.js"></script><a href="/c"> href="../d" <a href="https://e">'
    expect(rebaseAssets(html, '../../')).toBe(
      '<link href="../../a.css"><script src="../../b.js"></script><a href="/c"> href="../d" <a href="https://e">',
    )
  })

  test('is filled in with its texts escaped', () => {
    const page = {
      lang: 'en',
      root: '../',
      canonical: './',
      alternates: [['zh-CN', '../zh/']],
      before: '',
      body: '<p>$& $1</p>',
      after: '',
    } as const
    const html = fillTemplate(TEMPLATE, { ...page, title: 'a <b> & $&', description: 'say "hi"' })
    expect(html).toContain('<html lang="en" data-root="../">')
    expect(html).toContain('<title>a &lt;b&gt; &amp; $&amp;</title>')
    expect(html).toContain('<meta name="description" content="say &quot;hi&quot;" />')
    expect(html).toContain('<link rel="alternate" hreflang="zh-CN" href="../zh/" />')
    expect(html).toContain('<div id="app">\n<p>$& $1</p>\n</div>')
  })

  test('is refused a template without a place for its title', () => {
    const page = describePage(ADDRESSES[0]!, EMPTY)
    expect(() => fillTemplate('<html><body></body></html>', page)).toThrow('index.html lacks')
  })

  test.each([
    ['/', 'zh-CN'],
    ['/zh/', 'zh-CN'],
    ['/both/call/', 'zh-CN'],
    ['/en/call/create-offer/', 'en'],
  ])('at %s is in %s', (path, lang) => {
    expect(describePage(findAddress(path)!, EMPTY).lang).toBe(lang)
  })

  test('at the root leads to every language', () => {
    const { body } = describePage(findAddress('/')!, EMPTY)
    expect(body).toContain('href="./zh/"')
    expect(body).toContain('href="./en/"')
    expect(body).toContain('href="./both/"')
  })

  test('of a lesson has its title, and links to the other language and to all lessons', () => {
    const lesson = { title: 'A & B', summary: 's', sections: [] }
    const steps = { zh: { 'add-tracks': lesson }, en: { 'add-tracks': lesson } } as const
    const { title, before, body, alternates } = describePage(findAddress('/en/call/add-tracks/')!, {
      ...EMPTY,
      steps,
    })
    expect(title).toBe('A & B | Handshake')
    // Its components render it.
    expect(body).toBe('')
    expect(before).toContain('<a href="../../../en/call/add-tracks/">A &amp; B</a>')
    expect(before).toContain('href="../../../zh/call/add-tracks/"')
    expect(alternates).toContainEqual(['zh-CN', '../../../zh/call/add-tracks/'])
  })
})

describe('the address of the site', () => {
  test('makes canonical links and alternates whole, and gives a sitemap of every page', () => {
    const site = siteAddress('https://example.org/handshake')!
    const page = describePage(findAddress('/en/concepts/ice/')!, EMPTY, site)
    expect(page.canonical).toBe('https://example.org/handshake/en/concepts/ice/')
    expect(page.alternates).toContainEqual(['zh-CN', 'https://example.org/handshake/zh/concepts/ice/'])
    expect(sitemap(site).match(/<loc>/g)).toHaveLength(ADDRESSES.length)
  })

  test('may be left out, but not be something else', () => {
    expect(siteAddress(undefined)).toBeUndefined()
    expect(() => siteAddress('example.org')).toThrow('HANDSHAKE_SITE')
    expect(() => siteAddress('javascript:alert(1)')).toThrow('HANDSHAKE_SITE')
  })
})

describe('the page for unknown addresses', () => {
  test.each([
    [undefined, '/'],
    ['/', '/'],
    ['handshake', '/handshake/'],
    ['/a/b/', '/a/b/'],
  ])('takes the base "%s" as %s', (base, folder) => {
    expect(baseFolder(base)).toBe(folder)
    expect(notFoundPage(folder)).toContain(`href="${folder}en/call/"`)
  })

  test('leads home, to every language and on to every kind of page, in the colours of both themes', () => {
    const html = notFoundPage('/app/')
    for (const path of ['', 'zh/', 'en/', 'both/']) expect(html).toContain(`href="/app/${path}"`)
    for (const page of ['call', 'concepts', 'glossary', 'errors', 'labs'])
      for (const language of ['zh', 'en']) expect(html).toContain(`href="/app/${language}/${page}/"`)
    expect(new Set(html.match(/--panel: #[0-9a-f]{6}/g))).toEqual(
      new Set(['--panel: #ffffff', '--panel: #161a21']),
    )
  })
})

describe('the words of the pages', () => {
  function keys(words: object, above = ''): string[] {
    return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value ? keys(value, `${above}${key}.`) : `${above}${key}`,
    )
  }

  test('exist in both languages, and none is empty', () => {
    expect(keys(WORDS.en)).toEqual(keys(WORDS.zh))
    expect(JSON.stringify(WORDS)).not.toContain('""')
  })
})
