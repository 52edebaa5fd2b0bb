import { isObject, timeOf } from './foreign'
import type { Foreign } from './foreign'
import { propertyName, typeName } from './v3Numbers'

/** A report of `getStats()` at one time. */
export interface Sample {
  readonly id: string
  readonly type: string
  readonly at: number
  readonly values: ReadonlyMap<string, unknown>
}

/**
 * Restores what `getStats()` of one connection returned, line by line. A line of rtcstats.js is the difference to the one
 * before: what did not change is absent, and a report that is gone is null. Chromium writes whole reports, which name
 * their own id.
 */
export function createStatsReader() {
  let known = new Map<string, Map<string, unknown>>()

  /** `at`: the time of the line, where the reports have none. Reports without any time are left out. */
  function read(delta: unknown, at: number | null): Sample[] {
    if (!isObject(delta)) return []
    const common = commonTime(delta) ?? at
    const entries = Object.entries(delta).filter(([, report]) => report === null || isObject(report))
    if (entries.some(([, report]) => isObject(report) && Object.hasOwn(report, 'id'))) known = new Map()
    const own = new Map<string, number>()
    for (const [id, report] of entries) {
      if (isObject(report))
        known.set(
          id,
          merged(known.get(id), report, (time) => own.set(id, time)),
        )
      else known.delete(id)
    }
    return [...known].flatMap(([id, values]) => {
      const time = own.get(id) ?? common
      return time === null ? [] : [{ id, type: typeName(values.get('type')), at: time, values }]
    })
  }

  return { read }
}

function commonTime(delta: Foreign): number | null {
  const [common] = ['t', 'timestamp'].flatMap((name) =>
    Object.hasOwn(delta, name) && typeof delta[name] === 'number' ? [delta[name]] : [],
  )
  return timeOf(common)
}

function merged(
  before: ReadonlyMap<string, unknown> | undefined,
  report: Foreign,
  onTime: (at: number) => void,
): Map<string, unknown> {
  const isWhole = Object.hasOwn(report, 'id')
  const values = new Map(before)
  for (const [key, value] of Object.entries(report)) {
    const name = isWhole ? key : propertyName(key)
    const old = values.get(name)
    if (name === 'timestamp') {
      const at = timeOf(value)
      // Older files have 0 where the common time is meant.
      if (at !== null && at > 0) onTime(at)
    } else if (isObject(value) && isObject(old)) values.set(name, { ...old, ...value })
    else values.set(name, value)
  }
  return values
}
