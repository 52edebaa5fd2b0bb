import { beforeEach, expect, test, vi } from 'vitest'
import type { Result } from '../../../src/search/result'
import { startSearch } from '../../../src/search/startSearch'
import type { Answered, RunningSearch, SearchWorker } from '../../../src/search/startSearch'

let posted: string[]
let answers: Answered[]
let failures: number
let worker: SearchWorker
let search: RunningSearch

beforeEach(() => {
  posted = []
  answers = []
  failures = 0
  worker = {
    postMessage: (question: string) => posted.push(question),
    terminate: vi.fn(),
    onmessage: null,
    onerror: null,
  }
  search = startSearch(
    (answer) => answers.push(answer),
    () => (failures += 1),
    worker,
  )
})

const reply = (data: readonly Result[] | null) =>
  worker.onmessage?.call(worker as Worker, new MessageEvent('message', { data }))
const questions = () => answers.map(({ question }) => question)

test('an answer comes with its question', () => {
  search.ask('one')
  expect(posted).toEqual(['one'])
  reply([])
  expect(answers).toEqual([{ question: 'one', results: [] }])
  search.ask('two')
  reply([])
  expect(questions()).toEqual(['one', 'two'])
})

test('of the questions that come while one is out, the newest alone is asked and answered', () => {
  for (const question of ['o', 'on', 'one', 'one w']) search.ask(question)
  expect(posted).toEqual(['o'])
  reply([])
  expect(posted).toEqual(['o', 'one w'])
  expect(answers).toEqual([])
  reply([])
  expect(questions()).toEqual(['one w'])
  expect(posted).toHaveLength(2)
})

test('a script or texts that cannot be loaded are told once, and end the worker', () => {
  search.ask('one')
  reply(null)
  expect(failures).toBe(1)
  expect(worker.terminate).toHaveBeenCalledOnce()
  expect(answers).toEqual([])
})

test('an error of the worker ends it', () => {
  search.ask('one')
  worker.onerror?.call(worker as Worker, new Event('error') as ErrorEvent)
  expect(failures).toBe(1)
  expect(worker.terminate).toHaveBeenCalledOnce()
})
