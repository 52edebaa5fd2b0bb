import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { chartsPlugin } from './build/charts-plugin'
import { chunksPlugin } from './build/chunks-plugin'
import { lessonsPlugin } from './build/lessons-plugin'
import { embedPlugin } from './build/embed-plugin'
import { licencesPlugins } from './build/licences-plugin'
import { offlinePlugin } from './build/offline-plugin'
import { pagesPlugin } from './build/pages-plugin'
import { playerPlugin } from './build/player-plugin'
import { probePlugin } from './build/probe-plugin'
import { searchPlugin } from './build/search-plugin'

const LICENCES = 'licences.md'
const licences = licencesPlugins(LICENCES)

/** Hosts send a file named .gz as one to be unpacked on the way, so that its bytes differ from the stored hash. */
function assetFileNames({ names }: { names: readonly string[] }): string {
  return names[0]?.endsWith('.gz') ? 'assets/[name]-[hash].gzip' : 'assets/[name]-[hash][extname]'
}

export default defineConfig({
  // Relative, so that one build works in any folder of any host.
  base: './',
  // An unknown address is a 404, not the app.
  appType: 'mpa',
  plugins: [
    vue(),
    chunksPlugin(),
    lessonsPlugin(),
    searchPlugin(),
    chartsPlugin(),
    pagesPlugin(),
    licences.ofPages,
    playerPlugin(),
    embedPlugin(),
    probePlugin(),
    offlinePlugin(),
  ],
  // No component here uses the options API, and built pages need no devtools, so Vue omits both.
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  worker: {
    format: 'es',
    plugins: () => [licences.ofWorkers()],
    rolldownOptions: { output: { assetFileNames } },
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    license: { fileName: LICENCES },
    rolldownOptions: {
      input: { index: 'index.html', inspectorWindow: 'inspector.html', probeWindow: 'probe.html' },
      output: { assetFileNames },
    },
  },
})
