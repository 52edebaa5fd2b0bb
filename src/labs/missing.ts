import type { End } from '../../machines/steps'
import { directionsOf, holds, holdsAt, readState, tracksReceived } from './condition'
import type { Condition, EndCondition } from './lab'
import { contextAt } from './moment'
import type { LabContext, Moment } from './moment'

/** One part of a condition that does not hold yet, for the line "not yet: …". */
export interface Missing {
  end: End
  condition: EndCondition
  /** What is the case instead, in the API's own words; null where there is no such value. */
  actual: string | null
}

const ENDS: readonly End[] = ['caller', 'callee']

/**
 * What is missing for a condition to hold: the nearest miss. Of several ways the one with the fewest missing parts. A
 * negated condition has no part that is missing.
 */
export function missingOf(condition: Condition, moment: Moment): Missing[] {
  if (holds(condition, moment) || 'not' in condition) return []
  if ('all' in condition) return condition.all.flatMap((one) => missingOf(one, moment))
  if ('any' in condition)
    return condition.any
      .map((one) => missingOf(one, moment))
      .reduce((nearest, one) => (one.length < nearest.length ? one : nearest))
  const [ends, part] = 'both' in condition ? [ENDS, condition.both] : [[condition.end], condition]
  return ends.flatMap((end) =>
    holdsAt(end, part, moment)
      ? []
      : [{ end, condition: part, actual: actualOf(part, contextAt(moment.history, moment.at, end)) }],
  )
}

function actualOf(condition: EndCondition, context: LabContext): string | null {
  if ('state' in condition) return readState(context, condition.state)
  if ('receives' in condition) return String(tracksReceived(context, condition.receives))
  if ('direction' in condition) return directionsOf(context, condition.direction.kind).join(', ') || null
  if ('channel' in condition)
    return context.bench.channels.map(({ readyState }) => readyState).join(', ') || null
  if ('candidate' in condition) return context.remote.map(({ state }) => state).join(', ') || null
  return null
}
