import type { CardKind } from './cardKinds'
import type { ErrorId } from './errorIds'
import type { ReadProblem } from './readProblem'
import { readProblem } from './readProblem'
import type { Rule } from './rules'
import { RULES } from './rules'

/** What an exception was recognised as: the card that explains it, and its page, if there is one. */
export interface Recognised {
  readonly card: CardKind
  readonly error: ErrorId | null
}

/**
 * Recognises an exception by its name, the operation that failed and its message. `called` lists the methods that may
 * have failed, for messages that name none. Pure.
 */
export function recognise(
  problem: { name: string; message: string },
  called: readonly string[] = [],
): Recognised {
  const read = readProblem(problem)
  const operations = read.operation === null ? called : [read.operation]
  const rule = RULES.find((one) => fits(one, read, operations))
  return { card: rule?.card ?? 'unknown', error: rule?.error ?? null }
}

function fits({ names, operations, detail }: Rule, read: ReadProblem, called: readonly string[]): boolean {
  return (
    (names?.includes(read.name) ?? true) &&
    (operations?.some((operation) => called.includes(operation)) ?? true) &&
    (detail?.test(read.detail) ?? true)
  )
}

/** Splits a text as a console shows it, `Name: message`, into name and message. */
export function splitText(text: string): { name: string; message: string } {
  const [, name, message] = /^(?:Uncaught )?(?:\(in promise\) )?([A-Za-z]+): ?([^]*)$/.exec(text) ?? []
  return name === undefined || message === undefined ? { name: text, message: '' } : { name, message }
}
