import * as v from 'valibot'
import type { EndEvent } from '../../machines/contracts'
import type { LogEntry } from '../../machines/log'
import type { Script } from '../../machines/script'
import { bodyOf } from '../trace/fromLog'
import { toEvent } from '../trace/toLog'
import type { TraceEvent } from '../trace/traceEvent'
import { eventOf } from './eventSchema'
import { perScript } from './perScript'
import { MAX_AT, MAX_ENTRIES, recordingSchema } from './recording'
import { count, text } from './stateSchemas'

/** One event of a trace in a file. The machine's events decide which data fit its kind and name (readLine). */
const traceLine = v.strictObject({
  seq: count,
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_AT)),
  conn: v.picklist(['caller', 'callee']),
  kind: text(16),
  name: text(128),
  step: v.exactOptional(text(200)),
  data: v.exactOptional(v.unknown()),
})

const checkpointOf = ({ steps }: Script) =>
  v.strictObject({
    index: count,
    step: v.nullable(v.picklist(steps.map(({ id }) => id))),
    phase: v.picklist(['steps', 'connecting', 'connected', 'interrupted', 'failed', 'closed']),
    failed: v.boolean(),
    operations: v.exactOptional(count),
  })

/**
 * A recording in a file. The log is stored as a trace (src/trace/traceEvent.ts), without names that belong to one
 * version of a program. The checkpoints say where the log led: if a replay leads elsewhere, the file is not opened.
 */
export const fileSchema = perScript((script) =>
  v.strictObject({
    ...v.omit(recordingSchema(script), ['log']).entries,
    checkpoints: v.pipe(v.array(checkpointOf(script)), v.maxLength(MAX_ENTRIES + 1)),
    trace: v.pipe(v.array(traceLine), v.maxLength(MAX_ENTRIES)),
  }),
)

type TraceLine = v.InferOutput<typeof traceLine>

/** The line of an entry, its fields in the order in which they are saved. */
export function toLine({ seq, at, end, event }: LogEntry): object {
  return { seq, at, conn: end, ...bodyOf(event) }
}

/** The entry of a line, or an error text if no end can have had that event. Never throws. */
export function readLine(script: Script, line: TraceLine): LogEntry | string {
  const { seq, at, conn: end, ...body } = line
  let met: unknown
  try {
    // A foreign line may contain any data: what does not fit its kind throws here, or is refused below.
    met = toEvent(line as TraceEvent)
  } catch {
    return 'Invalid data'
  }
  const { success, output, issues } = v.safeParse(eventOf(script), met, { abortEarly: true })
  if (!success) {
    const [issue] = issues
    return [v.getDotPath(issue), issue.message].filter((part) => part !== null).join(': ')
  }
  // Data that the event cannot hold would be lost silently, so the line is refused.
  return isSame(bodyOf(output), body) ? { seq, at, end, event: output } : 'Unknown field'
}

/** Whether an event that another program reported can stand in a recording of this script. Never throws. */
export function fitsRecording(script: Script, event: EndEvent): boolean {
  const line = v.safeParse(traceLine, { seq: 0, at: 0, conn: 'caller', ...bodyOf(event) })
  return line.success && typeof readLine(script, line.output) !== 'string'
}

/** Whether two values are the same JSON, whatever the order of their fields. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other)
  const fields = Object.entries(one)
  const others = new Map(Object.entries(other))
  return (
    Array.isArray(one) === Array.isArray(other) &&
    fields.length === others.size &&
    fields.every(([name, value]) => others.has(name) && isSame(value, others.get(name)))
  )
}
