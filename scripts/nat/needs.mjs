// What the bench needs, and how to get what is missing.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser, findTurnServer } from '../browsers.mjs'

/** A program of the system; undefined if there is none. */
export function findProgram(/** @type {string} */ name) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/bin', '/bin']
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((place) => existsSync(place))
}

/** Programs, with the package of Debian and Ubuntu that has them. */
const PROGRAMS = [
  { name: 'ip', package: 'iproute2' },
  { name: 'sysctl', package: 'procps' },
  { name: 'nft', package: 'nftables' },
  { name: 'tcpdump', package: 'tcpdump' },
]

/**
 * What is missing, as lines to print; empty if the bench can run.
 * @param {{ platform?: string, isRoot?: boolean, has?: (name: string) => boolean, browsers?: ('chromium' | 'firefox')[] }} [machine]
 * @returns {string[]}
 */
export function missingNeeds({
  platform = process.platform,
  isRoot = process.getuid?.() === 0,
  has = (name) => {
    if (name === 'coturn') return findTurnServer() !== undefined
    if (name === 'chromium' || name === 'firefox') return findBrowser(name) !== undefined
    return findProgram(name) !== undefined
  },
  browsers = ['chromium'],
} = {}) {
  if (platform !== 'linux')
    return [
      'Linux: network namespaces exist nowhere else; a virtual machine will do.',
      'Linux：只有 Linux 有网络命名空间，用虚拟机也可以。',
    ]
  const packages = [
    ...PROGRAMS.flatMap(({ name, package: of }) => (has(name) ? [] : [of])),
    ...(has('coturn') ? [] : ['coturn']),
    ...browsers.flatMap((name) => (has(name) ? [] : [name === 'firefox' ? 'firefox-esr' : name])),
  ]
  return [
    ...(isRoot ? [] : ['root: sudo npm run nat-bench', 'root 权限：sudo npm run nat-bench']),
    ...(packages.length === 0 ? [] : [`apt-get install ${packages.join(' ')}      (Debian, Ubuntu)`]),
  ]
}
