// `npm test`: every check, or one part of them: unit, browser, lint, types. With --deep also the tests that take long.

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureDependencies } from './install.mjs'
import { root, run, runNpm, runTool } from './run.mjs'

const VITEST_RESULTS = 'test-results/vitest.json'
const PLAYWRIGHT_RESULTS = 'test-results/playwright.json'
const SIZE_RESULTS = 'test-results/size.json'

/** @typedef {{ title: string, run: (output: 'show' | 'on-failure') => Promise<number> }} Stage */

const { values, positionals } = parseArgs({ allowPositionals: true, options: { deep: { type: 'boolean' } } })
const isDeep = values.deep ?? false
// Playwright and Vitest read it: playwright.config.ts and tests/support/randomFaults.ts.
if (isDeep) process.env['HANDSHAKE_TESTS'] = 'all'

/** @type {Record<string, Stage>} */
const STAGES = {
  types: {
    title: 'Types 类型检查',
    run: (output) => runNpm(['run', 'types', '--silent'], { output }),
  },
  lint: {
    title: 'Lint 代码规范',
    run: (output) => runTool('eslint', ['.'], { output }),
  },
  format: {
    title: 'Format 代码格式',
    run: (output) => runTool('prettier', ['--check', '.', '--log-level', 'warn'], { output }),
  },
  unit: {
    title: 'Unit tests 单元测试',
    run: () =>
      runTool('vitest', [
        'run',
        ...(isDeep ? ['--coverage'] : []),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${VITEST_RESULTS}`,
      ]),
  },
  build: {
    title: 'Build 构建',
    run: (output) => runTool('vite', ['build', '--logLevel', 'warn'], { output }),
  },
  size: {
    title: 'Size 体积',
    run: (output) => run(process.execPath, ['scripts/size.mjs'], { output }),
  },
  browsers: {
    title: 'Browsers 浏览器',
    run: async () => {
      // Imported late: it needs Playwright, which ensureDependencies may just have installed.
      const { ensureBrowsers } = await import('./browsers.mjs')
      return (await ensureBrowsers()) ? 0 : 1
    },
  },
  browser: { title: 'Browser tests 浏览器测试', run: () => runTool('playwright', ['test']) },
}

/**
 * The stages of each part, row after row. Chains of one row run side by side, as Vitest leaves the second of two cores
 * to others: the first chain shows what it prints, the others what went wrong. A stage runs after those before it.
 * @type {Record<string, string[][][]>}
 */
const PARTS = {
  all: [[['unit'], ['types', 'lint'], ['browsers', 'build', 'size', 'format']], [['browser']]],
  types: [[['types']]],
  lint: [[['lint', 'format']]],
  unit: [[['unit']]],
  browser: [[['build', 'browsers', 'browser']]],
}

const part = positionals[0] ?? 'all'
const rows = PARTS[part]
if (!rows) {
  console.error(`There is no part "${part}". Parts: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}

const started = performance.now()
await ensureDependencies()
for (const path of [VITEST_RESULTS, SIZE_RESULTS, PLAYWRIGHT_RESULTS])
  rmSync(join(root, path), { force: true })
/** @type {[title: string, seconds: number][]} */
const times = []
process.exitCode = await runRows(rows)
for (const [title, seconds] of [...times, /** @type {const} */ (['All 全部', secondsSince(started)])])
  console.log(`${String(seconds).padStart(5)} s  ${title}`)
console.log(summary())

/** Runs the rows in order until a stage fails. */
async function runRows(/** @type {string[][][]} */ rows) {
  for (const row of rows) {
    const codes = await Promise.all(row.map((chain, at) => runChain(chain, at === 0 ? 'show' : 'on-failure')))
    const code = codes.find((each) => each !== 0)
    if (code !== undefined) {
      console.error('\nThe rest was not run. 后面的检查没有运行。\n')
      return code
    }
  }
  return 0
}

/** Runs stages one after another until one fails. */
async function runChain(/** @type {string[]} */ chain, /** @type {'show' | 'on-failure'} */ output) {
  for (const name of chain) {
    const code = await runStage(name, output)
    if (code !== 0) return code
  }
  return 0
}

async function runStage(/** @type {string} */ name, /** @type {'show' | 'on-failure'} */ output) {
  const stage = STAGES[name]
  if (!stage) throw new Error(`There is no stage ${name}.`)
  console.log(`\n== ${stage.title}`)
  const start = performance.now()
  const code = await stage.run(output)
  times.push([stage.title, secondsSince(start)])
  if (code !== 0) console.error(`\n✗ ${stage.title}: failed. 未通过。\n`)
  return code
}

function secondsSince(/** @type {number} */ start) {
  return Math.round((performance.now() - start) / 1000)
}

function summary() {
  const vitest = countVitest(read(VITEST_RESULTS))
  const playwright = countPlaywright(read(PLAYWRIGHT_RESULTS))
  const size = countSize(read(SIZE_RESULTS))
  const [passed, failed, skipped] = [0, 1, 2].map((at) =>
    [vitest, size, playwright].reduce((sum, counts) => sum + (counts[at] ?? 0), 0),
  )
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/** A test file that could not be loaded has no tests to count; it counts as one failure. */
function countVitest(/** @type {any} */ results) {
  if (!results) return []
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = results
  const broken = testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return [numPassedTests, numFailedTests + broken.length, numPendingTests + numTodoTests]
}

function countPlaywright(/** @type {any} */ results) {
  if (!results) return []
  const { expected, flaky, unexpected, skipped } = results.stats
  return [expected + flaky, unexpected + results.errors.length, skipped]
}

function countSize(/** @type {any} */ results) {
  return results ? [results.passed, results.failed] : []
}

function read(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'))
  } catch {
    return undefined
  }
}
