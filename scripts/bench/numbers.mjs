// The arithmetic of the benchmark; all functions are pure.

/**
 * What is kept of a row of measurements: the middle, and where the outer tenths begin.
 * @typedef {{ median: number, p10: number, p90: number, count: number }} Summary
 */

/**
 * The median, the outer tenths and the count of measurements.
 * @param {readonly number[]} values at least one
 */
export function summarize(values) {
  return {
    median: round(quantile(values, 0.5)),
    p10: round(quantile(values, 0.1)),
    p90: round(quantile(values, 0.9)),
    count: values.length,
  }
}

/**
 * The value below which that part of the values lies, interpolated between neighbours.
 * @param {readonly number[]} values at least one
 * @param {number} part 0 to 1
 */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured')
  return low + (high - low) * (at - Math.floor(at))
}

/** The ratio of two medians; two digits, as it is printed and compared with a goal. */
export function ratio(/** @type {Summary} */ one, /** @type {Summary} */ other) {
  return Number((one.median / other.median).toFixed(2))
}

/**
 * The ratio of two measurements that were made one right after the other, over all rounds: what slows a whole
 * round down falls out. Its spread says how far to trust it.
 * @param {readonly number[]} ones
 * @param {readonly number[]} others as many
 */
export function pairedRatio(ones, others) {
  if (ones.length !== others.length) throw new RangeError('every round measures both')
  return summarize(ones.map((one, round) => one / (others[round] ?? NaN)))
}

function round(/** @type {number} */ value) {
  return Number(value.toFixed(2))
}
