// Makes sure that node_modules is there and matches package-lock.json, and that this Node is one we support.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNpm } from './run.mjs'

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} Packages */

/** Installs the dependencies when they are missing or not those of the lockfile. */
export async function ensureDependencies() {
  checkNode()
  if (isInstalled()) return
  console.log('Installing dependencies (npm ci) … 正在安装依赖…')
  const code = await runNpm(['ci', '--no-audit', '--no-fund'], {
    env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  })
  if (code === 0) return
  console.error('npm ci failed: see above. 依赖安装失败，原因见上。')
  process.exit(code)
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (satisfies(process.versions.node, engines.node)) return
  console.error(`Handshake needs Node ${engines.node}; this is ${process.versions.node}.`)
  console.error(`握手需要 Node ${engines.node}，当前是 ${process.versions.node}。`)
  process.exit(1)
}

/** Understands the two forms that package.json uses: ^1.2.3 and >=1.2.3, joined by ||. */
export function satisfies(/** @type {string} */ version, /** @type {string} */ range) {
  const actual = numbers(version)
  return range.split('||').some((part) => {
    const least = numbers(part)
    const sameMajor = actual[0] === least[0]
    if (part.trim().startsWith('^') && !sameMajor) return false
    const difference = actual.map((number, at) => number - (least[at] ?? 0)).find((each) => each !== 0)
    return (difference ?? 0) >= 0
  })
}

function numbers(/** @type {string} */ text) {
  return (text.match(/\d+/g) ?? []).slice(0, 3).map(Number)
}

/** npm writes what it installed to node_modules/.package-lock.json: compare versions with the lockfile. */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const found = present[path]
    // Packages for other systems are in the lockfile only.
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
