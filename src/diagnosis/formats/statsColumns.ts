import type { DumpReport } from '../dump'

/** Cells over all reports: some 300 MB. A call of an hour with ten tracks has a tenth of it. */
const MOST_CELLS = 20_000_000

/** Names that every report has, or that the reader of a dump computed (`[bytesSent_in_bits/s]`). */
export function isMeasured(name: string): boolean {
  return name !== 'id' && name !== 'type' && name !== 'timestamp' && !name.startsWith('[')
}

/** Collects samples of reports, column by column. */
export function createStatsColumns() {
  const reports = new Map<
    string,
    { conn: string; id: string; type: string; times: number[]; columns: Map<string, unknown[]> }
  >()
  let cells = 0

  /** Adds a sample; one that is no later than the last of its report replaces nothing and is left out. */
  function add(
    conn: string,
    id: string,
    type: string,
    at: number,
    values: Iterable<[string, unknown]>,
  ): void {
    const key = `${conn} ${id}`
    const report = reports.get(key) ?? { conn, id, type, times: [], columns: new Map<string, unknown[]>() }
    reports.set(key, report)
    if (report.type === '') report.type = type
    const last = report.times.at(-1)
    if (cells >= MOST_CELLS || (last !== undefined && at <= last)) return
    const row = report.times.push(at) - 1
    for (const [name, value] of values) {
      if (!isMeasured(name)) continue
      let column = report.columns.get(name)
      if (column === undefined) report.columns.set(name, (column = []))
      while (column.length < row) column.push(undefined)
      column.push(value)
      cells += 1
    }
  }

  return {
    add,
    isFull: () => cells >= MOST_CELLS,
    finish: (): DumpReport[] =>
      [...reports.values()].map(({ conn, id, type, times, columns }) => {
        for (const column of columns.values()) while (column.length < times.length) column.push(undefined)
        return { conn, id, type, times, values: Object.fromEntries(columns) }
      }),
  }
}
