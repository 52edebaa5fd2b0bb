// `npm run nat-bench`: calls between two real browsers through real NATs, in network namespaces of Linux. docs/nat-bench.md
//   sudo npm run nat-bench [-- case…] [--list] [--out folder]

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { runnerImport } from 'vite'
import { findTurnServer } from './browsers.mjs'
import { CASES } from './nat/cases.mjs'
import { findProgram, missingNeeds } from './nat/needs.mjs'
import { runCase } from './nat/runCase.mjs'
import { isMain } from './run.mjs'
import { bundle } from './webrtcInternals.mjs'

/** Where the app has its recordings of real networks. */
const FOLDER = 'src/recording/examples/nat'

/** What every case needs, made once: it takes some seconds. */
export async function prepareTools(/** @type {AbortSignal} */ signal) {
  const [code, { module }] = await Promise.all([
    bundle('tests/support/natInPage.ts', 'nat'),
    runnerImport('tests/support/natRecording.ts', { configFile: false }),
  ])
  const { write } = /** @type {typeof import('../tests/support/natRecording.ts')} */ (module)
  return {
    code,
    write,
    coturn: findTurnServer() ?? 'turnserver',
    tcpdump: findProgram('tcpdump') ?? 'tcpdump',
    signal,
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { list: { type: 'boolean' }, out: { type: 'string' } },
    allowPositionals: true,
  })
  if (values.list) {
    for (const [id, { title }] of Object.entries(CASES)) console.log(`${id.padEnd(22)} ${title}`)
    return
  }
  const unknown = positionals.filter((id) => !(id in CASES))
  if (unknown.length > 0)
    throw new Error(
      `No such case: ${unknown.join(', ')}. npm run nat-bench -- --list shows all. 没有这个场景。`,
    )
  const chosen = Object.entries(CASES).filter(([id]) => positionals.length === 0 || positionals.includes(id))
  const names = new Set(chosen.flatMap(([, { browsers = {} }]) => Object.values(browsers)))
  const missing = missingNeeds({ browsers: ['chromium', ...names] })
  if (missing.length > 0) {
    console.error(`The NAT bench lacks 还缺：\n  ${missing.join('\n  ')}`)
    process.exitCode = 1
    return
  }
  const stop = new AbortController()
  // The case that runs ends at its next look, and takes everything down.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => stop.abort(new Error('Stopped; cleaning up. 已停止，正在清理。')))
  const tools = await prepareTools(stop.signal)
  const folder = values.out ?? FOLDER
  await mkdir(folder, { recursive: true })
  let failed = 0
  for (const [id, each] of chosen) {
    if (stop.signal.aborted) break
    try {
      const { text, reports } = await runCase(each, tools)
      const packed = gzipSync(text, { level: 9 })
      await writeFile(join(folder, `${id}.json.gz`), packed)
      const states = Object.values(reports).map(({ connectionState }) => connectionState)
      console.log(`${id.padEnd(22)} ${states.join('/')}  ${(packed.length / 1_000).toFixed(0)} kB`)
    } catch (error) {
      failed += 1
      console.error(`${id.padEnd(22)} ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  process.exitCode = failed === 0 ? 0 : 1
}

if (isMain(import.meta.url)) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
