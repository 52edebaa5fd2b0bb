import type { Message } from '../i18n/i18n'
import type { Trace } from '../trace/trace'

/** One row of a form: its label and its choices. */
export interface ActRow {
  readonly label: Message
  readonly choices: readonly string[]
}

/**
 * What the learner does instead of choosing an option. A guess is always a text: an order and a form have one line per
 * item.
 */
export type Act =
  | { readonly kind: 'order'; readonly items: readonly string[] }
  | { readonly kind: 'line'; readonly broken: string }
  | { readonly kind: 'form'; readonly rows: (trace: Trace) => readonly ActRow[] }

/** The lines of a guess. */
export function linesOf(guess: string): string[] {
  return guess.split('\n')
}

/** Joins lines into a guess. */
export function toGuess(lines: readonly string[]): string {
  return lines.join('\n')
}

/** The lines with one moved by one position; the same lines if it cannot move. */
export function moved(lines: readonly string[], from: number, by: -1 | 1): readonly string[] {
  const to = from + by
  const line = lines[from]
  const other = lines[to]
  if (line === undefined || other === undefined) return lines
  return lines.with(from, other).with(to, line)
}
