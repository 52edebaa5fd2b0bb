import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { probeScript } from '../../../build/probe-plugin'
import { VERSION } from '../../../src/probeWindow/probeMessage'

const script = probeScript()

test('the probe is at most 3 kB gzip and imports nothing', () => {
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(3_000)
  expect(script).not.toMatch(/\bimport\b/)
})

test('it exports functions only, so that it is a classic script without that word', () => {
  const names = [...script.matchAll(/export function (\w+)/g)].map(([, name]) => name)
  expect(names.sort()).toEqual(['open', 'save', 'text', 'watch', 'watchAll'])
  expect(script.replaceAll('export function', 'function')).not.toMatch(/\bexport\b/)
})

test('probe and window have the same version', () => {
  expect(readFileSync('probe/probe.js', 'utf8')).toContain(`const VERSION = ${VERSION}\n`)
})
