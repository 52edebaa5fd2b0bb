import { mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import type { render } from '../src/render'
import { chartsPlugin } from './charts-plugin'
import { lessonsPlugin } from './lessons-plugin'
import { playerPlugin } from './player-plugin'
import { searchPlugin } from './search-plugin'

/** Renders the page of an address such as `/en/concepts/nat/`; its links begin at the root of the app. */
export type RenderPage = typeof render

/** Builds src/render.ts and gives its function to `use`. */
export function withRenderer(root: string, use: (render: RenderPage) => Promise<void>): Promise<void> {
  return withModule(root, 'src/render.ts', (built) => use((built as { render: RenderPage }).render))
}

/**
 * Builds a module of the app for Node, with the production's settings, because the names of scoped styles depend on
 * them, and gives it to `use`.
 */
export async function withModule(
  root: string,
  entry: string,
  use: (built: unknown) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(root, 'node_modules/.handshake-'))
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
      plugins: [vue(), lessonsPlugin(), searchPlugin(), chartsPlugin(), playerPlugin()],
      build: { ssr: entry, outDir: folder, target: 'es2022', copyPublicDir: false },
    })
    const file = pathToFileURL(join(folder, basename(entry).replace(/\.ts$/, '.js'))).href
    await use(await import(file))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
