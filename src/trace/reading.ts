import type { Trace } from './trace'
import type { TraceEvent } from './traceEvent'

/** The parts of a trace by which a reading remembers it. */
type Moment = Pick<Trace, 'events' | 'whole'>

/** Reads the events of one trace in order, each once, and tells what was known at any moment so far. */
export interface Reader<Result> {
  /** Reads the next event; `index` is its position. */
  read(event: TraceEvent, index: number): void
  /** The result of the first events up to a length, all of which have been read. */
  at(length: number): Result
}

interface Memory<Result> {
  readonly reader: Reader<Result>
  /** The number of events that the reader has read. */
  read: number
  last: { readonly length: number; readonly result: Result } | null
}

/**
 * Creates a function that reads a trace event by event and remembers what it has read. A later moment costs only its
 * new events, an earlier one only what `at()` costs, and the same moment nothing. Use it for results with many parts;
 * for a small state `createProjection()` is simpler.
 */
export function createReading<T extends Moment, Result>(
  createReader: (trace: T) => Reader<Result>,
): (trace: T) => Result {
  const memories = new WeakMap<readonly TraceEvent[], Memory<Result>>()

  return (trace) => {
    const { length } = trace.events
    let memory = memories.get(trace.whole)
    if (memory === undefined) {
      memory = { reader: createReader(trace), read: 0, last: null }
      memories.set(trace.whole, memory)
    }
    for (; memory.read < length; memory.read += 1)
      memory.reader.read(trace.whole[memory.read] as TraceEvent, memory.read)
    if (memory.last?.length !== length) memory.last = { length, result: memory.reader.at(length) }
    return memory.last.result
  }
}
