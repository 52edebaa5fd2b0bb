import type { CodecOutline } from './outline'
import { essentialsOf } from './parameters'

/** The same codec in both descriptions. */
export interface CodecPair {
  old: CodecOutline
  now: CodecOutline
}

/**
 * Matches each codec of one section with one of another, by name, clock rate and channels. If a codec has several
 * payload types, such as H264 for its profiles, those with equal parameters are matched first, then those that are
 * compatible, then those with the same number, then the rest in order. So no codec is both lost and gained.
 */
export function pairCodecs(
  old: readonly CodecOutline[],
  now: readonly CodecOutline[],
): { pairs: CodecPair[]; lost: CodecOutline[]; gained: CodecOutline[] } {
  const pairs: CodecPair[] = []
  let [lost, gained] = [old, now]
  for (const sameness of SAMENESS) {
    const step = pairBy(lost, gained, (codec) => `${codec.key} ${sameness(codec)}`)
    pairs.push(...step.pairs)
    ;({ lost, gained } = step)
  }
  return { pairs, lost: [...lost], gained: [...gained] }
}

const SAMENESS: readonly ((codec: CodecOutline) => string)[] = [
  ({ parameters }) => JSON.stringify([...parameters].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  ({ name, parameters, payload }) => `${essentialsOf(name, parameters)} ${payload}`,
  ({ name, parameters }) => essentialsOf(name, parameters),
  ({ payload }) => payload,
  () => '',
]

function pairBy(
  old: readonly CodecOutline[],
  now: readonly CodecOutline[],
  keyOf: (codec: CodecOutline) => string,
): { pairs: CodecPair[]; lost: CodecOutline[]; gained: CodecOutline[] } {
  const waiting = new Map<string, CodecOutline[]>()
  // In reverse, so that `pop` returns them in order.
  for (const codec of old.toReversed())
    waiting.set(keyOf(codec), [...(waiting.get(keyOf(codec)) ?? []), codec])
  const pairs: CodecPair[] = []
  const gained = now.filter((codec) => {
    const match = waiting.get(keyOf(codec))?.pop()
    if (match !== undefined) pairs.push({ old: match, now: codec })
    return match === undefined
  })
  const rest = new Set([...waiting.values()].flat())
  return { pairs, lost: old.filter((codec) => rest.has(codec)), gained }
}
