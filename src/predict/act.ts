import type { Message } from '../i18n/i18n'
import type { Trace } from '../trace/trace'

/** One row of a form: what it stands for, and what may be chosen. */
export interface ActRow {
  readonly label: Message
  readonly choices: readonly string[]
}

/**
 * What the learner does in place of choosing an option. A guess is always a text: an order and a form have one
 * line for each item.
 */
export type Act =
  | { readonly kind: 'order'; readonly items: readonly string[] }
  | { readonly kind: 'line'; readonly broken: string }
  | { readonly kind: 'form'; readonly rows: (trace: Trace) => readonly ActRow[] }

/** A guess line by line. */
export function linesOf(guess: string): string[] {
  return guess.split('\n')
}

/** Lines as a guess. */
export function toGuess(lines: readonly string[]): string {
  return lines.join('\n')
}

/** The lines with one of them moved by one place; the same lines where it cannot move. */
export function moved(lines: readonly string[], from: number, by: -1 | 1): readonly string[] {
  const to = from + by
  const line = lines[from]
  const other = lines[to]
  if (line === undefined || other === undefined) return lines
  return lines.with(from, other).with(to, line)
}
