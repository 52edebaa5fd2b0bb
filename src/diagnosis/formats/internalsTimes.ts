import { field, isObject, numberField, textField, timeOf } from './foreign'

const QUARTER = 15 * 60_000

/**
 * The time of an entry of webrtc-internals. Until 2025 it was the local time as the user's language writes it, in whole
 * seconds and without a zone: that is read as UTC. null: it cannot be read.
 */
export function entryTime(entry: unknown): number | null {
  return timeOf(numberField(entry, 'timestamp')) ?? localTime(textField(entry, 'time') ?? '')
}

/** Whether an entry has no other time than one without a zone. */
export function isLocal(entry: unknown): boolean {
  return field(entry, 'timestamp') === undefined
}

/** Reads `11/30/2021, 4:41:21 PM`, `30.11.2021, 16:41:21`, `2021/11/30 下午4:41:21` and the like. */
function localTime(text: string): number | null {
  const iso = timeOf(text)
  if (iso !== null) return iso
  const date = /(\d{1,4})\s?[/.年-]\s?(\d{1,2})\s?[/.月-]\s?(\d{1,4})/.exec(text)
  const clock = /(\d{1,2})[:.時时](\d{2})[:.分](\d{2})(?!\d*[/.])/.exec(text.replace(date?.[0] ?? '', ' '))
  if (!date || !clock) return null
  const [one = 0, two = 0, three = 0] = date.slice(1).map(Number)
  const [year, month, day] = one > 31 ? [one, two, three] : one > 12 ? [three, two, one] : [three, one, two]
  const [hours = 0, minutes = 0, seconds = 0] = clock.slice(1).map(Number)
  const isLate = /p\.?\s?m\b|下午|午後|오후/i.test(text)
  const isEarly = /a\.?\s?m\b|上午|午前|오전/i.test(text)
  const hour = isLate && hours < 12 ? hours + 12 : isEarly && hours === 12 ? 0 : hours
  return timeOf(Date.UTC(year < 100 ? 2_000 + year : year, month - 1, day, hour, minutes, seconds))
}

/**
 * What to add to the times of a connection's log, so that they fit its statistics, whose times have a zone. Zones differ
 * by quarters of an hour, and statistics begin with the connection.
 */
export function zoneShift(log: readonly unknown[], stats: unknown): number {
  const first = log.find(isObject)
  if (first === undefined || !isLocal(first) || !isObject(stats)) return 0
  const begins = entryTime(first)
  let earliest = Infinity
  for (const series of Object.values(stats)) {
    earliest = Math.min(earliest, timeOf(field(series, 'startTime')) ?? Infinity)
  }
  if (begins === null || earliest === Infinity) return 0
  const shift = Math.round((earliest - begins) / QUARTER) * QUARTER
  return Math.abs(shift) <= 16 * 3_600_000 ? shift : 0
}
