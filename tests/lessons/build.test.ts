import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ADDRESSES } from '../../build/page-addresses'
import { lessonFolder } from '../../build/lesson-folders'
import { lessonsPlugin } from '../../build/lessons-plugin'
import { pagesPlugin } from '../../build/pages-plugin'
import type { RenderPage } from '../../build/renderer'
import { makeSampleSite } from './sample'

// Building, serving and the first colouring of code take long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** Renders a link to the neighbours of each page, as the app does from the root. */
async function withSampleRenderer(_root: string, use: (render: RenderPage) => Promise<void>): Promise<void> {
  await use((path) =>
    Promise.resolve({
      html: `<main style="--n: 1"><a class="next" href="/en/glossary/">${path}</a></main>`,
      components: [],
    }),
  )
}

async function buildSite(root: string): Promise<void> {
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'silent',
    // The sample site has no parts of the app.
    plugins: [lessonsPlugin(), pagesPlugin(() => [], withSampleRenderer)],
    build: { modulePreload: { polyfill: false } },
  })
}

describe('a built site', () => {
  const site = makeSampleSite()
  const page = (path: string) => readFileSync(join(site.root, 'dist', path), 'utf8')

  beforeAll(() => buildSite(site.root))
  afterAll(() => site.remove())

  test('has the pages that the app renders, with links and styles as a page in any folder may have them', () => {
    const html = page('both/concepts/nat/index.html')
    expect(html).toContain(
      '<div id="app" data-rendered="always"><main data-style="--n: 1"><a class="next" href="../../../en/glossary/">/both/concepts/nat/</a></main></div>',
    )
    // What a reader without JavaScript cannot do with the header's buttons.
    expect(html).toContain('<noscript class="without-script">')
    expect(html).toContain('href="../../../zh/concepts/nat/"')
    // The call's pages open tabs, moments and rooms by their query.
    expect(page('en/call/create-offer/index.html')).toContain('<div id="app" data-rendered="bare"><main')
    expect(page('index.html')).not.toContain('data-rendered')
  })

  test.each(ADDRESSES)('has a file at $path whose links lead to files', ({ path }) => {
    const html = page(`${path}index.html`)
    const links = [...html.matchAll(/\s(?:href|src)="(\.[^"]*)"/g)].map(([, link]) => link!)
    const broken = links.filter((link) => {
      const { pathname } = new URL(link, `http://localhost${path}`)
      return !existsSync(join(site.root, 'dist', pathname, pathname.endsWith('/') ? 'index.html' : ''))
    })
    expect(links.length).toBeGreaterThan(2)
    expect(broken).toEqual([])
  })

  test('has in each page its language and the path to the root', () => {
    expect(page('index.html')).toContain('<html lang="zh-CN" data-root="./">')
    expect(page('en/index.html')).toContain('<html lang="en" data-root="../">')
    expect(page('both/call/create-offer/index.html')).toContain('<html lang="zh-CN" data-root="../../../">')
  })

  test('lists the lessons for readers without JavaScript, in one language or in both', () => {
    const list = (path: string) => page(path).split('<noscript')[1]!.split('</noscript>')[0]!
    const link = '<a href="../../../en/call/create-offer/">Lesson &lt;create-offer&gt;</a>'
    expect(list('en/call/create-offer/index.html')).toContain(link)
    expect(list('both/call/index.html').match(/href="..\/..\/both\/call\/[a-z-]+\/"/g)).toHaveLength(15)
  })

  test('holds no script or style of its own on any page', () => {
    for (const { path } of ADDRESSES) {
      expect(page(`${path}index.html`)).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=/)
    }
  })

  test('answers unknown addresses in both languages, from any depth and without a script', () => {
    const html = page('404.html')
    expect(html).toContain('href="/zh/call/"')
    expect(html).toContain('<section lang="en">')
    expect(html).not.toContain('<script')
  })

  test('keeps each text in a chunk of its own with a readable name', () => {
    const assets = readdirSync(join(site.root, 'dist/assets'))
    for (const language of ['zh', 'en']) {
      const name = new RegExp(`^steps-03-create-offer-${language}-[\\w-]{8}\\.js$`)
      expect(assets.filter((file) => name.test(file))).toHaveLength(1)
    }
  })
})

describe('a build', () => {
  test('fails when one language is missing', async () => {
    const site = makeSampleSite()
    const file = `${lessonFolder('create-offer')}/en.md`
    rmSync(join(site.root, 'lessons/steps', file))
    await expect(buildSite(site.root)).rejects.toThrow(`${file} is missing`)
    site.remove()
  })

  test('fails when a folder has an unknown name', async () => {
    const site = makeSampleSite()
    site.write('lessons/steps/03-offer/en.md', '')
    await expect(buildSite(site.root)).rejects.toThrow('steps/03-offer belongs to nothing we teach')
    site.remove()
  })

  test('fails when the two languages disagree', async () => {
    const site = makeSampleSite()
    const folder = lessonFolder('hang-up')
    site.write(`lessons/steps/${folder}/en.md`, '---\ntitle: a\nsummary: b\n---\n\nOnly this.\n')
    await expect(buildSite(site.root)).rejects.toThrow(`${folder}: heading 2 differs`)
    site.remove()
  })
})
