import { expect, test } from 'vitest'
import type { OperationCall } from '../../../machines/bench/benchContracts'
import { differenceOf, readOutcomes } from '../../../src/labs/outcome'
import { ALLOWED, refused, trap } from '../../../src/labs/verdicts'
import { openBench } from '../../support/benchCall'

const done = { state: 'done' } as OperationCall
const refusedWith = (name: string) => ({ state: 'refused', problem: { name, message: '' } }) as OperationCall
const EXPECTED = refused('InvalidStateError', 'wrong-state', '§4.4.2')

test.each([
  ['what should succeed and does', ALLOWED, done, null],
  ['a trap succeeds too', trap('not-told', '§5.2'), done, null],
  ['the error that was expected', EXPECTED, refusedWith('InvalidStateError'), null],
  ['nothing yet', EXPECTED, { state: 'pending' } as OperationCall, null],
  ['a missing argument, which no browser saw', ALLOWED, refusedWith('MissingArgument'), null],
  [
    'a browser that allows it',
    EXPECTED,
    done,
    { expected: 'InvalidStateError', actual: 'done', section: 'WebRTC §4.4.2' },
  ],
  [
    'a browser that refuses it otherwise',
    EXPECTED,
    refusedWith('TypeError'),
    { expected: 'InvalidStateError', actual: 'TypeError', section: 'WebRTC §4.4.2' },
  ],
  [
    'a browser that refuses what is allowed',
    ALLOWED,
    refusedWith('NotSupportedError'),
    { expected: 'done', actual: 'NotSupportedError', section: null },
  ],
] as const)('%s', (_name, expectation, call, difference) => {
  expect(differenceOf(expectation, call)).toEqual(difference)
})

test('each operation is judged by what was known before it ran', async () => {
  const bench = openBench()
  await bench.run(
    'caller',
    { call: 'createOffer' },
    { call: 'create' },
    { call: 'createOffer' },
    { call: 'createAnswer' },
  )
  const outcomes = readOutcomes(bench.call.currentHistory(), 'caller')
  expect(outcomes.map(({ expectation }) => expectation.reason ?? expectation.expect)).toEqual([
    'no-connection',
    'allowed',
    'nothing-added',
    'wrong-state',
  ])
  expect(outcomes.map(({ differs }) => differs)).toEqual([null, null, null, null])
  bench.close()
})
