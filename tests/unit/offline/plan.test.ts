import { describe, expect, test } from 'vitest'
import type { Asked } from '../../../service-worker/plan'
import { planFor } from '../../../service-worker/plan'

const SCOPE = 'https://host/app/'
const FILES = ['', 'zh/call/', '404.html', 'inspector.html', 'assets/index-1.js']

function plan(path: string, change: Partial<Asked> = {}) {
  const asked: Asked = { method: 'GET', mode: 'navigate', url: new URL(path, SCOPE).href, ...change }
  return planFor(asked, SCOPE, (one) => FILES.includes(one))
}

describe('a page', () => {
  test.each([
    ['./', ''],
    ['./?at=3', ''],
    ['index.html', ''],
    ['zh/call/', 'zh/call/'],
    ['zh/call/index.html', 'zh/call/'],
    ['zh/call/?at=3&q=a?b#note', 'zh/call/'],
    ['inspector.html', 'inspector.html'],
  ])('%s is served from what is kept', (address, path) => {
    expect(plan(address)).toEqual({ does: 'serve', path })
  })

  test('without its last slash is sent there, with its query', () => {
    expect(plan('zh/call?at=3')).toEqual({ does: 'redirect', to: `${SCOPE}zh/call/?at=3` })
  })

  test('with an unknown address is requested from the network', () => {
    expect(plan('zh/no/such/page/')).toEqual({ does: 'ask' })
  })
})

describe('an asset', () => {
  test('of this version is served from what is kept', () => {
    expect(plan('assets/index-1.js', { mode: 'cors' })).toEqual({ does: 'serve', path: 'assets/index-1.js' })
  })

  test('of another version is looked for in all that is kept', () => {
    expect(plan('assets/index-0.js', { mode: 'cors' })).toEqual({ does: 'find' })
  })
})

test.each<[string, string, Partial<Asked>]>([
  ['another folder of the host', '/zh/call/', {}],
  ['another origin', 'https://elsewhere/app/zh/call/', {}],
  ['a post', 'zh/call/', { method: 'POST' }],
  ['the worker itself', 'sw.js', { mode: 'same-origin' }],
])('%s is left to the browser', (_, address, change) => {
  expect(plan(address, change)).toEqual({ does: 'nothing' })
})
