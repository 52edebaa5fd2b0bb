import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const tour = readFileSync('docs/tour.md', 'utf8')
const quoted = [...tour.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)

test('every file that the tour names is there', () => {
  const paths = quoted.filter((text) => /^[\w-]+\/[\w./-]+$/.test(text))
  expect(paths.length).toBeGreaterThan(25)
  expect(paths.filter((path) => !existsSync(path))).toEqual([])
})

test('every function that the tour names is in a file that the same stop names', () => {
  const stops = tour.split('\n').filter((line) => /^\d+\. |^\| /.test(line))
  const missing = stops.flatMap((stop) => {
    const inStop = [...stop.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
    const code = inStop.filter((text) => /\.(ts|vue)$/.test(text)).map((file) => readFileSync(file, 'utf8'))
    const names = inStop.filter((text) => /^\w+\(\)$/.test(text)).map((text) => text.slice(0, -2))
    return names.filter((name) => !code.some((text) => new RegExp(`function ${name}\\b`).test(text)))
  })
  expect(missing).toEqual([])
})
