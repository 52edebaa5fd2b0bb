import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const [light = '', dark = ''] = readFileSync('src/styles/tokens.css', 'utf8').split("[data-theme='dark']")
const tokensOf = (css: string) =>
  Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]))
const THEMES = { light: tokensOf(light), dark: { ...tokensOf(light), ...tokensOf(dark) } }

/** Colours of text, and what it stands on. `--ink-3` is for large and decorative things only. */
const TEXT = ['ink', 'ink-2', 'caller', 'callee', 'wire', 'ok', 'bad']
const SURFACES = ['page', 'panel', 'faint', 'changed', 'caller-tint', 'callee-tint', 'wire-tint']

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast of two colours, by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (more + 0.05) / (less + 0.05)
}

test('black on white has the contrast of the specification', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(Object.entries(THEMES))('%s', (_name, tokens) => {
  test.each(TEXT)('small text in --%s is readable on every surface', (text) => {
    const low = SURFACES.filter((surface) => contrast(tokens[text] ?? '', tokens[surface] ?? '') < 4.5)
    expect(low).toEqual([])
  })

  test.each(['caller', 'callee', 'wire', 'ok', 'bad'])('text on an area of --%s is readable', (area) => {
    expect(contrast(tokens['on-colour'] ?? '', tokens[area] ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})
