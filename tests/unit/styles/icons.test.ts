import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const [light = '', dark = ''] = readFileSync('src/styles/tokens.css', 'utf8').split("[data-theme='dark']")
const token = (css: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1]
const ENDS = ['caller', 'callee']

/** The colours of a drawing, in their order. */
const coloursOf = (svg: string) => svg.match(/#[0-9a-f]{6}/g)

test('the icon of the tab has the colours of the ends, light and dark', () => {
  const svg = readFileSync('public/favicon.svg', 'utf8')
  const [plain = '', inDark = ''] = svg.split('(prefers-color-scheme: dark)')
  expect(coloursOf(plain)).toEqual(ENDS.map((end) => token(light, end)))
  expect(coloursOf(inDark)).toEqual(ENDS.map((end) => token(dark, end)))
})

test('the icon of the installed app has the colours of the light theme', () => {
  const wanted = ['page', ...ENDS].map((name) => token(light, name))
  expect(coloursOf(readFileSync('public/icon.svg', 'utf8'))).toEqual(wanted)
})
