import type { Trace } from './trace'
import type { TraceEvent } from './traceEvent'

/** Number of events between two stored states: reading any moment folds at most this many. */
const EVERY = 64

interface Memory<State> {
  /** The states after 0, EVERY, 2 × EVERY … events. */
  readonly kept: State[]
  /** The state that was read last: most reads are about the next event. */
  last: { readonly length: number; readonly state: State }
}

/**
 * Makes a projection: a pure fold over the events of a trace that caches its states. `step` returns a new state, or the
 * same one if the event changes nothing; it never changes the state it is given.
 */
export function createProjection<State>(
  start: State,
  step: (state: State, event: TraceEvent) => State,
): (trace: Pick<Trace, 'events' | 'whole'>) => State {
  const memories = new WeakMap<readonly TraceEvent[], Memory<State>>()

  return ({ events: { length }, whole }) => {
    let memory = memories.get(whole)
    if (memory === undefined) {
      memory = { kept: [start], last: { length: 0, state: start } }
      memories.set(whole, memory)
    }
    const { kept, last } = memory
    const behind = Math.min(kept.length - 1, Math.floor(length / EVERY))
    const isNear = last.length <= length && last.length >= behind * EVERY
    let state = isNear ? last.state : (kept[behind] as State)
    for (let at = isNear ? last.length : behind * EVERY; at < length; at += 1) {
      state = step(state, whole[at] as TraceEvent)
      if ((at + 1) % EVERY === 0 && kept.length === (at + 1) / EVERY) kept.push(state)
    }
    memory.last = { length, state }
    return state
  }
}
