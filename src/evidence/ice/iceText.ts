import { formatClock } from '../../ui/format'
import type { IceRow } from './candidateRows'
import { pairEndText } from '../../projections/pairRows'
import type { PairRow } from '../../projections/pairRows'

/** The candidates and errors as text for the clipboard: time, connection, line; one row each. */
export function candidatesText(rows: readonly IceRow[]): string {
  return rows.map((row) => [formatClock(row.at), ownerOf(row), rowText(row)].join('\t')).join('\n')
}

function ownerOf(row: IceRow): string {
  return row.kind === 'candidate' && row.isOfPeer ? `peer of ${row.connection.id}` : row.connection.id
}

function rowText(row: IceRow): string {
  switch (row.kind) {
    case 'candidate':
      return `${row.line}\tmid ${row.mid ?? '–'}\t${row.arrived ?? row.sent ?? ''}`
    case 'placeholder':
      return `${row.line}\tmid ${row.mid ?? '–'}\tplaceholder of this app, ${row.state}`
    case 'error':
      return `icecandidateerror ${String(row.error.errorCode)} ${row.error.errorText} ${row.error.url}`
  }
}

/** The pairs as text for the clipboard, in the order of the checklist. */
export function pairsText(rows: readonly PairRow[]): string {
  return rows
    .map((row) =>
      [
        pairEndText(row.local),
        pairEndText(row.remote),
        row.state,
        ...(row.isPlaceholder ? ['placeholder of this app'] : []),
        ...(row.isNominated ? ['nominated'] : []),
        ...(row.isSelected ? ['selected'] : []),
        row.priority === null ? '' : String(row.priority),
      ].join('\t'),
    )
    .join('\n')
}
