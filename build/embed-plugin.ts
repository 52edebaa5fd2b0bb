import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import type { Plugin, Rolldown } from 'vite'
import { PAGE_POLICY, scriptlessPolicy } from '../scripts/policy.mjs'
import type { savedEmbeds } from '../src/embed/savedEmbeds'
import { embedWords } from '../src/i18n/messages/embed'
import { FIGURE_IDS } from '../src/lessons/figureIds'
import type { FigureId } from '../src/lessons/figureIds'
import en from '../lessons/figures/en.json' with { type: 'json' }
import zh from '../lessons/figures/zh.json' with { type: 'json' }
import { chartsPlugin } from './charts-plugin'
import { escapeHtml } from './html'
import { LANGUAGES, rootFrom } from './page-addresses'
import type { PageLanguage } from './page-addresses'
import { withPolicy } from './page'
import { withModule } from './renderer'

const FOLDER = 'embed'
const ENTRIES = { figure: 'src/embed/figure.ts', chart: 'src/embed/chart.ts' }

/**
 * The pages that other pages may show in a frame, all under embed/ (docs/embed.md). Figures and statecharts are an app
 * of their own, because the files of the pages are grouped for the call; recordings and steps are pages without Vue.
 */
export function embedPlugin(): Plugin {
  let root = ''
  return {
    name: 'handshake:embed',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    async writeBundle({ dir }, bundle) {
      if (!dir || bundle['index.html'] === undefined) return
      const chunks = await buildParts(root, join(dir, FOLDER, 'assets'))
      for (const reading of LANGUAGES) {
        for (const id of FIGURE_IDS)
          write(
            dir,
            `${FOLDER}/${reading}/figures/${id}/`,
            partPage('figure', id, reading, filesOf(chunks, root, ENTRIES.figure, figureFile(root, id))),
          )
        for (const id of ['caller', 'callee'])
          write(
            dir,
            `${FOLDER}/${reading}/charts/${id}/`,
            partPage('chart', id, reading, filesOf(chunks, root, ENTRIES.chart)),
          )
      }
      await withModule(root, 'src/embed/savedEmbeds.ts', async (built) => {
        const saved = built as { savedEmbeds: typeof savedEmbeds }
        for (const { path, html } of await saved.savedEmbeds()) write(dir, path, html)
      })
      writeFileSync(join(dir, FOLDER, '404.html'), unknownPage())
    },
  }
}

function write(dir: string, path: string, html: string): void {
  const file = join(dir, path, 'index.html')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, html)
}

async function buildParts(root: string, outDir: string): Promise<Rolldown.OutputChunk[]> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: './',
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [vue(), chartsPlugin()],
    build: {
      outDir,
      assetsDir: '',
      assetsInlineLimit: 0,
      copyPublicDir: false,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: Object.values(ENTRIES).map((entry) => join(root, entry)) },
    },
  })) as Rolldown.RolldownOutput
  return built.output.filter((file) => file.type === 'chunk')
}

/** The source of a figure's drawing, as src/figures/figures.ts names it. */
function figureFile(root: string, id: string): string {
  const source = readFileSync(join(root, 'src/figures/figures.ts'), 'utf8')
  const [, file] =
    new RegExp(`^  '?${id}'?: asyncPart\\(\\(\\) => import\\('\\./(\\w+\\.vue)'\\)\\),$`, 'm').exec(source) ??
    []
  if (file === undefined) throw new Error(`src/figures/figures.ts has no figure ${id}`)
  return `src/figures/${file}`
}

/** The scripts and styles of some modules with everything that they import; the script of the first one comes first. */
function filesOf(chunks: readonly Rolldown.OutputChunk[], root: string, ...sources: string[]): string[] {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const add = (chunk: Rolldown.OutputChunk | undefined) => {
    if (chunk === undefined || scripts.has(chunk.fileName)) return
    scripts.add(chunk.fileName)
    const { viteMetadata } = chunk as { viteMetadata?: { importedCss: ReadonlySet<string> } }
    for (const style of viteMetadata?.importedCss ?? []) styles.add(style)
    for (const name of chunk.imports) add(chunks.find(({ fileName }) => fileName === name))
  }
  for (const source of sources) {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === join(root, source))
    if (chunk === undefined) throw new Error(`${source} has no file of its own`)
    add(chunk)
  }
  return [...scripts, ...styles]
}

function partPage(
  kind: 'figure' | 'chart',
  id: string,
  reading: PageLanguage,
  files: readonly string[],
): string {
  const [entry = '', ...others] = files
  const toRoot = rootFrom(`/${FOLDER}/${reading}/${kind}s/${id}/`)
  const at = (file: string) => escapeHtml(`${toRoot}${FOLDER}/assets/${file}`)
  const links = others.map((file) =>
    file.endsWith('.css')
      ? `<link rel="stylesheet" href="${at(file)}" />`
      : `<link rel="modulepreload" href="${at(file)}" />`,
  )
  const html = `<!doctype html>
<html lang="${reading === 'en' ? 'en' : 'zh-CN'}" data-root="${toRoot}" data-id="${id}" data-reading="${reading}"${captionOf(kind, id)}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Handshake · ${escapeHtml(id)}</title>
    <link rel="icon" href="${toRoot}favicon.svg" type="image/svg+xml" />
    ${links.join('\n    ')}
    <script type="module" src="${at(entry)}"></script>
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>
`
  return withPolicy(html, PAGE_POLICY)
}

/** The caption of a figure as attributes of the page. */
function captionOf(kind: 'figure' | 'chart', id: string): string {
  if (kind === 'chart') return ''
  const name = id as FigureId
  const texts = {
    'title-zh': zh[name].title,
    'title-en': en[name].title,
    'text-zh': zh[name].text,
    'text-en': en[name].text,
  }
  return Object.entries(texts)
    .map(([key, text]) => ` data-${key}="${escapeHtml(text)}"`)
    .join('')
}

/** What an unknown address under embed/ shows in its frame. It has no style, so that it needs no other file. */
function unknownPage(): string {
  const { zh, en } = embedWords.unknown
  const html = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="light dark" />
    <title>Handshake</title>
  </head>
  <body>
    <p>${escapeHtml(zh)}</p>
    <p lang="en">${escapeHtml(en)}</p>
  </body>
</html>
`
  return withPolicy(html, scriptlessPolicy('none'))
}
