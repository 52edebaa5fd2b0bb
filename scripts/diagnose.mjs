#!/usr/bin/env node
// `npx handshake-diagnose FILE… [--json] [--markdown] [--lang zh|en]`: the diagnosis of the page, in Node. The rules are
// TypeScript, which Node 20 cannot run, so they are bundled at the first run and after every change (about a second).

import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

const ENTRY = 'src/diagnosis/command.ts'
const BUNDLE = join(root, '.cache', 'diagnose', 'command.mjs')
/** Where the code of the bundle comes from. */
const SOURCES = ['src', 'machines', 'broadcast-signaling', 'package-lock.json']

/** When a file or anything in a folder was last changed; 0 if it is not there. */
async function changedAt(/** @type {string} */ path) {
  /** @type {number} */
  let last = 0
  const about = await stat(path).catch(() => null)
  if (about === null || !about.isDirectory()) return about?.mtimeMs ?? 0
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(?:ts|json)$/.test(entry.name)) continue
    last = Math.max(last, (await stat(join(entry.parentPath, entry.name))).mtimeMs)
  }
  return last
}

async function bundle() {
  // Imported late: a bundle that is up to date needs no Vite.
  const { build } = await import('vite')
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(root, ENTRY),
      target: 'node20',
      write: false,
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error('the command is not bundled')
  await mkdir(join(BUNDLE, '..'), { recursive: true })
  await writeFile(BUNDLE, output.output[0].code)
}

const newest = await Promise.all(SOURCES.map((path) => changedAt(join(root, path))))
if ((await changedAt(BUNDLE)) <= Math.max(...newest)) {
  process.env['VITE_CONFIG_NATIVE_IGNORE_WARNING'] = 'true'
  await bundle()
}

/** @type {typeof import('../src/diagnosis/command')} */
const { runCommand } = await import(pathToFileURL(BUNDLE).href)
const { code, out, err } = await runCommand(process.argv.slice(2), {
  read: (name) => (name === '-' ? buffer(process.stdin) : readFile(name)),
})
process.stderr.write(err)
process.stdout.write(out)
process.exitCode = code
