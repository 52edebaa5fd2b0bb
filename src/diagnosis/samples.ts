import type { Dump, DumpReport } from './dump'
import { typeOfReport } from './stats'

/** What `getStats()` of one connection gave at one time. */
export interface DumpSample {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Reports as `getStats()` gives them (webrtc-stats §6). Text from outside. */
  readonly stats: readonly ({ id: string; type: string; timestamp: number } & Record<string, unknown>)[]
}

/** Reports of one `getStats()` have times of their own, milliseconds apart. */
const TOGETHER = 400
/** A report without news for so long is gone. */
const GONE = 5_000
const MOST = 200

/**
 * The statistics of one connection, oldest first, of the given types. Of many samples every n-th is left, and the last.
 */
export function readSamples(
  { reports }: Pick<Dump, 'reports'>,
  connection: string,
  types: ReadonlySet<string>,
): DumpSample[] {
  const own = reports.filter((report) => report.conn === connection && types.has(typeOfReport(report)))
  return thinned(timesOf(own)).map((at) => ({
    at,
    stats: own.flatMap((report) => {
      const index = report.times.findLastIndex((time) => time <= at)
      const time = report.times[index]
      if (time === undefined || at - time > GONE) return []
      const values = Object.entries(report.values).flatMap(([name, column]) =>
        column[index] === undefined ? [] : [[name, column[index]] as const],
      )
      return [{ ...Object.fromEntries(values), id: report.id, type: typeOfReport(report), timestamp: time }]
    }),
  }))
}

/** The last time of each group of times that belong together. */
function timesOf(reports: readonly DumpReport[]): number[] {
  const all = [...new Set(reports.flatMap(({ times }) => times))].sort((a, b) => a - b)
  const groups: { first: number; last: number }[] = []
  for (const time of all) {
    const group = groups.at(-1)
    if (group !== undefined && time - group.first <= TOGETHER) group.last = time
    else groups.push({ first: time, last: time })
  }
  return groups.map(({ last }) => last)
}

function thinned(times: readonly number[]): number[] {
  const every = Math.ceil(times.length / MOST)
  return times.filter((_time, index) => (times.length - 1 - index) % every === 0)
}
