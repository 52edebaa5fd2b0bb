import type { StatsReading } from './readStats'

/** One chart: one value over time, in its unit, for every connection. */
export interface StatsChart {
  name: 'bitrateIn' | 'bitrateOut' | 'roundTripTime' | 'jitter' | 'loss' | 'framesPerSecond'
  unit: string
  /** Multiplies the reading's unit to get the chart's unit. */
  factor: number
  /** The least top value of the axis, so that noise does not fill the chart. */
  top: number
}

export const STATS_CHARTS: readonly StatsChart[] = [
  { name: 'bitrateIn', unit: 'kbit/s', factor: 0.001, top: 100 },
  { name: 'bitrateOut', unit: 'kbit/s', factor: 0.001, top: 100 },
  { name: 'roundTripTime', unit: 'ms', factor: 1000, top: 5 },
  { name: 'jitter', unit: 'ms', factor: 1000, top: 5 },
  { name: 'loss', unit: '%', factor: 100, top: 5 },
  { name: 'framesPerSecond', unit: 'fps', factor: 1, top: 30 },
]

/** Times in seconds, then the values of each connection. null breaks the line; undefined does not. */
export type ChartData = [times: number[], ...values: (number | null | undefined)[][]]

/** Milliseconds without a sample after which the line breaks, because the values in between are not known. */
const GAP = 3_000

type Point = [at: number, value: number | null | undefined]

/** Puts the readings of all connections on one time axis. */
export function chartData(
  { name, factor }: Pick<StatsChart, 'name' | 'factor'>,
  readings: readonly (readonly StatsReading[])[],
): ChartData {
  const lines = readings.map((list) => new Map(points(list, (reading) => scaled(reading[name], factor))))
  const times = [...new Set(lines.flatMap((line) => [...line.keys()]))].sort((a, b) => a - b)
  return [times.map((at) => at / 1000), ...lines.map((line) => times.map((at) => line.get(at)))]
}

function points(list: readonly StatsReading[], read: (reading: StatsReading) => Point[1]): Point[] {
  return list.flatMap((reading, index): Point[] => {
    const next = list[index + 1]
    const point: Point = [reading.at, read(reading)]
    return next !== undefined && next.at - reading.at > GAP ? [point, [reading.at + 1, null]] : [point]
  })
}

function scaled(value: number | null, factor: number): number | undefined {
  return value === null ? undefined : value * factor
}

/** Whether the chart has any value. */
export function hasValues([, ...lines]: ChartData): boolean {
  return lines.some((values) => values.some((value) => typeof value === 'number'))
}

/** The newest, the lowest and the highest value of one connection; null without values. */
export function summary(
  values: readonly (number | null | undefined)[],
): { last: number; low: number; high: number } | null {
  const known = values.filter((value) => typeof value === 'number')
  const last = known.at(-1)
  return last === undefined ? null : { last, low: Math.min(...known), high: Math.max(...known) }
}

/** A value as the head and the axis of the chart print it. */
export function formatValue(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toFixed(1)))
}

/** Seconds since the call was created, as the axis prints them: `1:05`. */
export function formatAxisTime(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`
}
