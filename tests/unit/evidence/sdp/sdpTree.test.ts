import { describe, expect, test } from 'vitest'
import { chunksOf, moveInTree, treeItems, visibleSections } from '../../../../src/evidence/sdp/sdpTree'
import type { TreeState } from '../../../../src/evidence/sdp/sdpTree'
import { cutAtMatches, findLines } from '../../../../src/sdp/findLines'
import { lineKeys } from '../../../../src/sdp/lineKeys'
import { readLines, toSections } from '../../../../src/sdp/lines'

const LINES = readLines('v=0\ns=-\nm=audio 9 X 0\na=mid:0\nm=video 9 X 96\na=mid:1\na=same\na=same\n')
const SECTIONS = toSections(LINES)
const KEYS = lineKeys(LINES)
const NOTHING: TreeState = { folded: new Set(), matches: null }

function walk(from: string | null, key: string, state = NOTHING) {
  return moveInTree(treeItems(visibleSections(SECTIONS, state), KEYS), from, key, state)
}

test('a line keeps its name when lines come before it, and no two share one', () => {
  expect(new Set(KEYS).size).toBe(LINES.length)
  const later = lineKeys(readLines('v=0\ns=-\nm=audio 9 X 0\na=candidate:1\na=mid:0\n'))
  expect(later).toContain(KEYS[3])
})

describe('the arrow keys', () => {
  test('walk heads and lines, and stop at both ends', () => {
    expect(walk(null, 'ArrowDown')).toEqual({ to: 'section 0' })
    expect(walk('section 0', 'ArrowDown')).toEqual({ to: '0 v=0' })
    expect(walk('0 s=-', 'ArrowDown')).toEqual({ to: 'section 1' })
    expect(walk('section 0', 'ArrowUp')).toEqual({ to: 'section 0' })
    expect(walk(null, 'End')).toEqual({ to: '2 a=same 2' })
  })
  test('pass over what is folded', () => {
    const state = { folded: new Set([1]), matches: null }
    expect(walk('section 1', 'ArrowDown', state)).toEqual({ to: 'section 2' })
  })
  test('fold and unfold a section from its head, and climb to it from a line', () => {
    expect(walk('1 a=mid:0', 'ArrowLeft')).toEqual({ to: 'section 1' })
    expect(walk('section 1', 'ArrowLeft')).toEqual({ fold: 1 })
    expect(walk('section 1', 'ArrowRight')).toEqual({ to: '1 m=audio 9 X 0' })
    const state = { folded: new Set([1]), matches: null }
    expect(walk('section 1', 'ArrowRight', state)).toEqual({ fold: 1 })
    expect(walk('section 1', 'ArrowLeft', state)).toBeNull()
    expect(walk('section 1', 'Enter', state)).toEqual({ fold: 1 })
    expect(walk('0 v=0', 'x')).toBeNull()
  })
})

test('a search leaves the lines it found, in folded sections too', () => {
  const matches = findLines(LINES, ' MID ')
  expect(matches).toEqual(new Set([3, 5]))
  const shown = visibleSections(SECTIONS, { folded: new Set([1]), matches })
  expect(shown.map(({ lines }) => lines.map(({ text }) => text))).toEqual([['a=mid:0'], ['a=mid:1']])
  expect(findLines(LINES, '  ')).toBeNull()
})

test('what was found is cut out, whatever its case', () => {
  expect(cutAtMatches('a=MID:mid', 'mid')).toEqual([
    { text: 'a=', isMatch: false },
    { text: 'MID', isMatch: true },
    { text: ':', isMatch: false },
    { text: 'mid', isMatch: true },
  ])
})

test('lines are laid out in chunks, none lost', () => {
  const many = readLines('a=x\n'.repeat(2000))
  expect(chunksOf(many).flat()).toEqual(many)
  expect(chunksOf([])).toEqual([])
})
