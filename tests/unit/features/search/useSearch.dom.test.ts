import { effectScope } from 'vue'
import type { EffectScope } from 'vue'
import { beforeEach, expect, test } from 'vitest'
import { useSearch } from '../../../../src/features/search/useSearch'
import type { Answer, Search } from '../../../../src/search/createSearch'

const answer = (id: string): Answer => ({
  entry: {
    kind: 'term',
    id,
    section: '',
    title: { zh: id, en: id },
    text: { zh: id, en: id },
    code: '',
    phrases: [],
    browserTexts: [],
  },
  terms: new Set(),
  browserText: null,
})
const many = (count: number) => Array.from({ length: count }, (_, at) => answer(`r${String(at)}`))

let results: readonly Answer[]
let queries: string[]
let received: (readonly Answer[])[]
let loads: { resolve: (search: Search) => void; reject: (error: Error) => void }[]
let scope: EffectScope
let search: ReturnType<typeof useSearch>

const find: Search = (text) => {
  queries.push(text)
  return [...results]
}

beforeEach(() => {
  results = many(2)
  queries = []
  received = []
  loads = []
  scope = effectScope()
  search = scope.run(() =>
    useSearch(
      (all) => received.push(all),
      () => new Promise<Search>((resolve, reject) => loads.push({ resolve, reject })),
    ),
  )!
})

const settled = () => new Promise((resolve) => setTimeout(resolve))
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

test('of the queries that come while the search loads, the newest alone is answered', async () => {
  for (const query of ['o', 'on', 'one']) search.ask(query)
  expect(search.isBusy.value).toBe(true)
  expect(loads).toHaveLength(1)
  loads[0]!.resolve(find)
  await settled()
  expect(queries).toEqual(['one'])
  expect(search.answered.value?.question).toBe('one')
  expect(received).toEqual([results])
})

test('once it is loaded a query is answered at once', async () => {
  search.ask('one')
  loads[0]!.resolve(find)
  await settled()
  search.ask('two')
  expect(search.answered.value?.question).toBe('two')
  expect(search.isBusy.value).toBe(false)
})

test('of many results five are drawn before the next frame, all after it', async () => {
  search.ask('one')
  loads[0]!.resolve(find)
  await settled()
  results = many(12)
  search.ask('two')
  expect(search.rows.value).toEqual([...results.slice(0, 5)])
  expect(search.isBusy.value).toBe(true)
  await nextFrame()
  expect(search.rows.value).toEqual(results)
  expect(search.isBusy.value).toBe(false)
})

test('texts that do not load are reported, and the next query loads them again', async () => {
  search.ask('one')
  loads[0]!.reject(new Error('offline'))
  await settled()
  expect([search.hasFailed.value, search.isBusy.value]).toEqual([true, false])
  search.ask('two')
  expect(search.hasFailed.value).toBe(false)
  expect(loads).toHaveLength(2)
  loads[1]!.resolve(find)
  await settled()
  expect(queries).toEqual(['two'])
})

test('a dialog that has gone receives nothing', async () => {
  search.ask('one')
  scope.stop()
  loads[0]!.resolve(find)
  await settled()
  expect(received).toEqual([])
})
