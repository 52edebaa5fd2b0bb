// `npm test`: every check in order, or one part of them: unit, browser, lint, types.

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './install.mjs'
import { root, run, runNpm, runTool } from './run.mjs'

const VITEST_RESULTS = 'test-results/vitest.json'
const PLAYWRIGHT_RESULTS = 'test-results/playwright.json'
const SIZE_RESULTS = 'test-results/size.json'

/** @typedef {{ title: string, run: () => Promise<number> }} Stage */

/** @type {Record<string, Stage>} */
const STAGES = {
  types: { title: 'Types 类型检查', run: () => runNpm(['run', 'types', '--silent']) },
  lint: { title: 'Lint and format 代码规范', run: () => runNpm(['run', 'lint', '--silent']) },
  unit: {
    title: 'Unit tests 单元测试',
    run: () =>
      runTool('vitest', [
        'run',
        '--coverage',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${VITEST_RESULTS}`,
      ]),
  },
  build: { title: 'Build 构建', run: () => runTool('vite', ['build', '--logLevel', 'warn']) },
  size: { title: 'Size 体积', run: () => run(process.execPath, ['scripts/size.mjs']) },
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

/** @type {Record<string, string[]>} */
const PARTS = {
  all: ['types', 'lint', 'unit', 'build', 'size', 'browsers', 'browser'],
  types: ['types'],
  lint: ['lint'],
  unit: ['unit'],
  browser: ['build', 'browsers', 'browser'],
}

const part = process.argv[2] ?? 'all'
const stages = PARTS[part]
if (!stages) {
  console.error(`There is no part "${part}". Parts: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}

await ensureDependencies()
for (const path of [VITEST_RESULTS, SIZE_RESULTS, PLAYWRIGHT_RESULTS])
  rmSync(join(root, path), { force: true })
process.exitCode = await runInOrder(stages)
console.log(summary())

async function runInOrder(/** @type {string[]} */ names) {
  for (const name of names) {
    const stage = STAGES[name]
    if (!stage) continue
    console.log(`\n== ${stage.title}`)
    const code = await stage.run()
    if (code === 0) continue
    console.error(`\n✗ ${stage.title}: failed, the rest was not run. 未通过，后面的检查没有运行。\n`)
    return code
  }
  return 0
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

/** A test file that could not be loaded has no tests to count: it counts as one failure. */
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
