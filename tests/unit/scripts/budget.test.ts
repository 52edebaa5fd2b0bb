import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { budgetFor, compare, sumUp } from '../../../scripts/budget.mjs'

type Files = Record<string, number>

const weight = (each: Files) => {
  const gzip = Object.values(each).reduce((sum, one) => sum + one, 0)
  return { gzip, brotli: gzip, files: Object.keys(each), each }
}

const page = (js: Files) => ({ html: weight({}), js: weight(js), css: weight({}) })

const CALL: Files = { 'assets/index-AAAAAAAA.js': 20_000, 'assets/CallPage-BBBBBBBB.js': 30_000 }

function weighed({ call = CALL, dialog = 4_000 } = {}) {
  return {
    pages: {
      'en/call/': page(call),
      'en/concepts/sdp/': page({ 'assets/index-AAAAAAAA.js': 20_000 }),
      'en/concepts/ice/': page({ 'assets/index-AAAAAAAA.js': 20_000, 'assets/ice-CCCCCCCC.js': 500 }),
    },
    later: {
      'src/Dialog.vue': { js: weight({ 'assets/Dialog-DDDDDDDD.js': dialog }), css: weight({}) },
    },
  }
}

const budget = budgetFor(sumUp(weighed()))

it('budgets pages by kind, the heaviest for all of them, with a little room', () => {
  expect(budget.pages).toEqual({ 'en/call/': 50_500, 'en/concepts/*': 20_710 })
  expect(compare(weighed(), budget)).toEqual({ grown: [], shrunk: [], checked: 3 })
})

it('names the page, the larger file and by how much, whatever its hash', () => {
  const call = { 'assets/index-EEEEEEEE.js': 20_000, 'assets/CallPage-FFFFFFFF.js': 31_000 }
  expect(compare(weighed({ call }), budget).grown).toEqual([
    'en/call/ weighs 51000 B, 500 B more than it may: CallPage.js +1000 B',
  ])
})

it('names a file that a page did not have before', () => {
  const call = { ...CALL, 'assets/xstate-GGGGGGGG.js': 12_000 }
  expect(compare(weighed({ call }), budget).grown).toEqual([
    'en/call/ weighs 62000 B, 11500 B more than it may: xstate.js +12000 B (new)',
  ])
})

it('holds what is loaded later to its budget too, and wants one for what is new', () => {
  const { later: _, ...without } = budget
  expect(compare(weighed({ dialog: 5_000 }), budget).grown).toEqual([
    'src/Dialog.vue weighs 5000 B, 960 B more than it may: Dialog.js +1000 B',
  ])
  expect(compare(weighed(), { ...without, later: {} }).grown).toEqual([
    'src/Dialog.vue weighs 4000 B and has no budget',
  ])
})

it('names what has become so small, or is gone, that its budget should be recorded again', () => {
  expect(compare(weighed({ dialog: 1_000 }), budget).shrunk).toEqual([
    'src/Dialog.vue weighs 1000 B of 4040 B',
  ])
  expect(compare({ ...weighed(), later: {} }, budget).shrunk).toEqual([
    'src/Dialog.vue is not built any more',
  ])
})

it('lets a figure in a frame of another page weigh 60 kB at most', () => {
  const { pages } = JSON.parse(readFileSync('tests/size/budget.json', 'utf8')) as {
    pages: Record<string, number>
  }
  for (const language of ['zh', 'en', 'both'])
    expect(pages[`embed/${language}/figures/*`]).toBeLessThanOrEqual(60_000)
})
