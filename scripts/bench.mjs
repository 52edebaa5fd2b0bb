// `npm run bench`: measures the built app and writes docs/benchmarks.json and docs/benchmarks.md. `npm run bench --
// call weight` runs only these measures and keeps the other results; `--rounds 5` is quick and rough.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureDependencies } from './install.mjs'
import { root, runTool } from './run.mjs'

/** Number of calls of each kind for a median; other measures use a fraction of it. */
const ROUNDS = 30
const RESULTS = join(root, 'docs/benchmarks.json')
const MEASURES = [
  'call',
  'weight',
  'packages',
  'load',
  'steps',
  'log',
  'memory',
  'watching',
  'search',
  'relay',
  'diagnose',
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: String(ROUNDS) } },
})
const rounds = Number(values.rounds)
const unknown = positionals.filter((name) => !MEASURES.includes(name))
if (unknown.length > 0 || !(rounds >= 1)) {
  console.error(`Usage: npm run bench -- [--rounds N] [${MEASURES.join('] [')}]`)
  process.exit(1)
}

await ensureDependencies()
if ((await runTool('vite', ['build', '--logLevel', 'warn'])) !== 0) process.exit(1)
const { ensureBrowsers } = await import('./browsers.mjs')
if (!(await ensureBrowsers())) process.exit(1)

const { openStand } = await import('./bench/stand.mjs')
const { writeReport } = await import('./bench/report.mjs')

const before = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {}
const stand = await openStand()
const machine = {
  date: new Date().toISOString().slice(0, 10),
  chromium: stand.version,
  node: process.versions.node,
  processor: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores`,
  system: `${process.platform} ${process.arch}`,
  rounds,
}
const results = { ...before.results }
const failures = []
for (const name of positionals.length > 0 ? positionals : MEASURES) {
  const began = Date.now()
  process.stdout.write(`${name} … `)
  try {
    const { measure } = await import(`./bench/${name}.mjs`)
    results[name] = { machine, ...(await measure(stand, rounds)) }
    console.log(`${Math.round((Date.now() - began) / 1_000)} s`)
  } catch (error) {
    failures.push(name)
    results[name] = { machine, failed: error instanceof Error ? error.message : String(error) }
    console.log('failed')
    console.error(error)
  }
}
await stand.close()

const { format, resolveConfig } = await import('prettier')
const style = await resolveConfig(RESULTS)
// Written first, so that an error in the report does not lose the measurements.
writeFileSync(RESULTS, await format(JSON.stringify({ results }), { ...style, parser: 'json' }))
const report = await format(writeReport(results), { ...style, parser: 'markdown' })
writeFileSync(join(root, 'docs/benchmarks.md'), report)
console.log(`\n${report}`)
process.exitCode = failures.length > 0 ? 1 : 0
