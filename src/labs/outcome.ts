import type { OperationCall } from '../../machines/bench/benchContracts'
import type { End } from '../../machines/steps'
import { expectationOf } from './expectation'
import type { Expectation } from './expectation'
import { contextAt, lengthOf } from './moment'
import type { LabHistory } from './moment'

/** An operation of an end, with what was expected of it when it began. */
export interface Outcome {
  call: OperationCall
  expectation: Expectation
  /** Where the browser did something else than the specification says; null: it did not, or has not answered. */
  differs: Difference | null
}

export interface Difference {
  /** What the specification says: the name of an error, or `done`. */
  expected: string
  /** What the browser did. */
  actual: string
  /** The section; null if it names none for what should have succeeded. */
  section: string | null
}

/** What became of every operation of an end up to a moment, oldest first. */
export function readOutcomes(history: LabHistory, end: End, at = lengthOf(history)): Outcome[] {
  return contextAt(history, at, end).bench.operations.map((call) => {
    const expectation = expectationOf(
      contextAt(history, momentBefore(history, end, call.id), end),
      call.operation,
    )
    return { call, expectation, differs: differenceOf(expectation, call) }
  })
}

/** Whether the browser differs from what was expected. */
export function differenceOf(expectation: Expectation, { state, problem }: OperationCall): Difference | null {
  if (state === 'pending' || problem?.name === 'MissingArgument') return null
  const expected = expectation.expect === 'refused' ? expectation.error : 'done'
  const actual = state === 'refused' ? (problem?.name ?? 'Error') : 'done'
  return expected === actual ? null : { expected, actual, section: expectation.section ?? null }
}

/** The last moment at which an end had not begun an operation. Their number never falls, so the list is halved. */
function momentBefore(history: LabHistory, end: End, id: number): number {
  let before = 0
  let after = lengthOf(history)
  while (after - before > 1) {
    const middle = (before + after) >> 1
    if (contextAt(history, middle, end).bench.operations.length > id) after = middle
    else before = middle
  }
  return before
}
