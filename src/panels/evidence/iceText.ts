import { formatClock } from './format'
import type { IceRow } from './candidateRows'
import { pairEndText } from './pairRows'
import type { PairRow } from './pairRows'

/** The candidates and errors as text for the clipboard: time, end, line; one row each. */
export function candidatesText(rows: readonly IceRow[]): string {
  return rows
    .map((row) =>
      [
        formatClock(row.at),
        row.end,
        row.kind === 'candidate'
          ? `${row.line}\tmid ${row.mid ?? '–'}\t${row.arrived ?? row.sent ?? ''}`
          : `icecandidateerror ${String(row.error.errorCode)} ${row.error.errorText} ${row.error.url}`,
      ].join('\t'),
    )
    .join('\n')
}

/** The pairs as text for the clipboard, in the order of the checklist. */
export function pairsText(rows: readonly PairRow[]): string {
  return rows
    .map((row) =>
      [
        pairEndText(row.local),
        pairEndText(row.remote),
        row.state,
        ...(row.isNominated ? ['nominated'] : []),
        ...(row.isSelected ? ['selected'] : []),
        row.priority === null ? '' : String(row.priority),
      ].join('\t'),
    )
    .join('\n')
}
