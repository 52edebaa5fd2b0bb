// The size of each package in the built page, and its licence.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../run.mjs'

/** @typedef {{ name: string, licence: string, gzip: number }} PackageWeight */

/**
 * Gzip bytes of what of each package ends up in the page, tree-shaken and before minification is shared out:
 * each package's modules are packed alone, so the sum is more than the page.
 * @returns {Promise<{ packages: PackageWeight[] }>}
 */
export async function measure() {
  const { build } = await import('vite')
  /** @type {Map<string, string>} */
  const code = new Map()
  /** @type {import('vite').Plugin} */
  const scale = {
    name: 'weigh-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const [id, module] of Object.entries(chunk.modules)) {
          const name = packageOf(id)
          if (name !== null) code.set(name, (code.get(name) ?? '') + (module.code ?? ''))
        }
      }
    },
  }
  await build({
    root,
    logLevel: 'error',
    build: { write: false },
    plugins: [scale],
    worker: { plugins: () => [scale] },
  })
  const packages = [...code].map(([name, text]) => ({
    name,
    licence: licenceOf(name),
    gzip: gzipSync(text, { level: 9 }).length,
  }))
  return { packages: packages.sort((one, other) => other.gzip - one.gzip) }
}

/** The package of a module; null for the project's own modules. */
function packageOf(/** @type {string} */ id) {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/?]+)/.exec(id) ?? []
  return name ?? null
}

function licenceOf(/** @type {string} */ name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).license
}
