import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dependencies, devDependencies } from '../../../package.json'

const readme = readFileSync('README.md', 'utf8')

test.each(Object.keys({ ...dependencies, ...devDependencies }))('README says what %s is for', (name) => {
  expect(readme).toContain(`\`${name}\``)
})

test.each(Object.keys(dependencies))('README states the size of %s', (name) => {
  expect(readme).toMatch(new RegExp(`^\\| \`${name}\` .*\\| +[\\d.]+ \\|$`, 'm'))
})
