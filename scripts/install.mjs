// Makes sure that node_modules exists and matches package-lock.json. npm itself refuses an unsupported Node: .npmrc.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNpm } from './run.mjs'

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} Packages */

/** Installs the dependencies if they are missing or differ from the lockfile. */
export async function ensureDependencies() {
  if (isInstalled()) return
  console.log('Installing dependencies (npm ci) … 正在安装依赖…')
  const code = await runNpm(['ci', '--no-audit', '--no-fund'], {
    env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  })
  if (code === 0) return
  console.error('npm ci failed: see above. 依赖安装失败，原因见上。')
  process.exit(code)
}

/** npm writes what it installed to node_modules/.package-lock.json: compare versions with the lockfile. */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const found = present[path]
    // Packages for other systems are only in the lockfile.
    return found ? found.version === version : Boolean(optional ?? devOptional)
  })
}

/** @returns {Packages | undefined} */
function readPackages(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  } catch {
    return undefined
  }
}
