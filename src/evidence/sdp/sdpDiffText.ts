import type { DiffRow } from '../../sdp/diffLines'

/** The number of equal lines shown on each side of a difference. */
const CONTEXT = 2
/** The least number of equal lines in a row that is folded: folding fewer saves no room. */
const LEAST_FOLD = 4

/** A row, or a run of equal rows to fold. */
export type DiffPart = { kind: 'row'; row: DiffRow } | { kind: 'fold'; id: number; rows: readonly DiffRow[] }

/** Folds equal lines that are not near a difference; `open` names the runs that stay unfolded. */
export function foldSame(rows: readonly DiffRow[], open: ReadonlySet<number>): DiffPart[] {
  const parts: DiffPart[] = []
  for (let at = 0; at < rows.length;) {
    const row = rows[at]
    if (row === undefined) break
    let end = at
    while (rows[end]?.state === 'same') end++
    if (end === at) {
      parts.push({ kind: 'row', row })
      at++
      continue
    }
    const from = at === 0 ? at : at + CONTEXT
    const to = end === rows.length ? end : end - CONTEXT
    const isFolded = to - from >= LEAST_FOLD && !open.has(at)
    for (let n = at; n < end; n++) {
      const one = rows[n]
      if (one === undefined || (isFolded && n > from && n < to)) continue
      if (isFolded && n === from) parts.push({ kind: 'fold', id: at, rows: rows.slice(from, to) })
      else parts.push({ kind: 'row', row: one })
    }
    at = end
  }
  return parts
}

/** The comparison as text for the clipboard. */
export function diffText(rows: readonly DiffRow[]): string {
  return rows
    .flatMap(({ state, left, right }) => {
      if (state === 'same') return [`  ${left?.text ?? ''}`]
      return [...(left ? [`- ${left.text}`] : []), ...(right ? [`+ ${right.text}`] : [])]
    })
    .join('\n')
}
