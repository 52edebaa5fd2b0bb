import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { minifySync } from 'vite'
import type { Plugin } from 'vite'

const FILE = 'probe.js'
const SOURCE = fileURLToPath(new URL('../probe/probe.js', import.meta.url))
const ABOUT = '// The probe of Handshake; its source with comments: probe/probe.js of the repository. MIT\n'

/**
 * The probe as other apps load it: small, and with its exported functions as `export function`, so that it also runs as
 * a classic script once that word is removed (Playwright's addInitScript takes no module).
 */
export function probeScript(): string {
  const { code, errors } = minifySync(FILE, readFileSync(SOURCE, 'utf8'), { module: true })
  if (errors[0]) throw new Error(errors[0].message)
  return `${ABOUT}${code}\n`
}

/** Serves the probe at a lasting address without a hash: /probe.js. */
export function probePlugin(): Plugin {
  return {
    name: 'handshake:probe',
    configureServer({ middlewares }) {
      middlewares.use(`/${FILE}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript')
        response.setHeader('Access-Control-Allow-Origin', '*')
        response.end(readFileSync(SOURCE))
      })
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: probeScript() })
    },
  }
}
