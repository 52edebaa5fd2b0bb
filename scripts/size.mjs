// Checks the last build against tests/size/budget.json; `npm run size -- --record` records its sizes.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { budgetFor, compare, sumUp } from './budget.mjs'
import { root } from './run.mjs'
import { weigh } from './weight.mjs'

const BUDGET = join(root, 'tests/size/budget.json')

const weighed = weigh(join(root, 'dist'))
if (process.argv.includes('--record')) {
  writeFileSync(BUDGET, `${JSON.stringify(budgetFor(sumUp(weighed)), null, 2)}\n`)
  console.log('recorded tests/size/budget.json')
} else {
  const { grown, shrunk, checked } = compare(weighed, JSON.parse(readFileSync(BUDGET, 'utf8')))
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const counts = { passed: checked - grown.length, failed: grown.length }
  writeFileSync(join(root, 'test-results/size.json'), `${JSON.stringify(counts)}\n`)
  for (const sentence of shrunk) console.log(`· ${sentence}`)
  if (shrunk.length > 0) console.log('To keep what was won: npm run size -- --record')
  for (const sentence of grown) console.error(`✗ ${sentence}`)
  if (grown.length > 0) console.error('If it is worth its weight: npm run size -- --record')
  else console.log(`✓ ${checked} pages and parts are within their budget`)
  process.exitCode = grown.length > 0 ? 1 : 0
}
