import * as v from 'valibot'
import type { BenchEvent } from '../../machines/bench/benchContracts'
import { candidate, count, description, mediaSummary, problem, text } from './stateSchemas'

/* The events of a bench in a file from any source. What an operation is asked is foreign text as well: the browser, or
   the fake of a replay, never sees it again, so only its size is limited. */

/** Characters of the JSON of an operation or a result: two descriptions and more. */
const MAX_JSON = 600_000

/** What an operation returns (src/peer/operations.ts, PeerResults). */
const result = v.union([
  v.null(),
  v.strictObject({
    type: v.picklist(['offer', 'answer', 'pranswer', 'rollback']),
    sdp: description.entries.sdp,
  }),
  v.strictObject({ transceiver: text(64) }),
  v.strictObject({ channel: text(64) }),
  mediaSummary,
  v.pipe(
    v.array(
      v.strictObject({
        id: text(64),
        mid: v.nullable(text(64)),
        kind: text(32),
        direction: text(32),
        currentDirection: v.nullable(text(32)),
        isSending: v.boolean(),
      }),
    ),
    v.maxLength(256),
  ),
])

const operation = v.pipe(
  v.looseObject({ call: v.pipe(text(64), v.minLength(1)) }),
  v.check((value) => JSON.stringify(value).length <= MAX_JSON, 'Too large'),
)

/** A message of the application on the wire; the tray checks what a learner has edited with it. */
export const appMessage = v.variant('kind', [
  v.strictObject({ kind: v.literal('description'), description }),
  v.strictObject({ kind: v.literal('candidate'), candidate }),
  v.strictObject({ kind: v.literal('end-of-candidates') }),
  v.strictObject({ kind: v.literal('bye') }),
])

const appRules = v.strictObject({
  negotiation: v.exactOptional(v.picklist(['by-hand', 'naive', 'perfect'])),
  polite: v.exactOptional(v.boolean()),
  arriving: v.exactOptional(v.picklist(['at-once', 'queued', 'by-hand'])),
  gathered: v.exactOptional(v.picklist(['at-once', 'after-description', 'by-hand'])),
  echo: v.exactOptional(v.boolean()),
  placeholder: v.exactOptional(v.boolean()),
})

const trayRules = v.strictObject({
  hold: v.exactOptional(v.boolean()),
  dropEvery: v.exactOptional(v.pipe(count, v.maxValue(1_000))),
  delay: v.exactOptional(v.pipe(count, v.maxValue(600_000))),
  loseAnswers: v.exactOptional(v.boolean()),
})

const channel = v.strictObject({
  id: text(64),
  label: text(65_535),
  protocol: text(65_535),
  ordered: v.boolean(),
  negotiated: v.boolean(),
  streamId: v.nullable(count),
  readyState: v.picklist(['connecting', 'open', 'closing', 'closed']),
})

/** The fields of every event of a bench (machines/bench/benchContracts.ts); a missing one does not compile. */
export const BENCH_CONTRACTS = {
  'bench.run': { operation },
  'bench.rules': { rules: appRules },
  'tray.rules': { rules: trayRules },
  'tray.deliver': { message: count },
  'tray.drop': { message: count },
  'tray.repeat': { message: count },
  'tray.move': { message: count, place: count },
  'tray.edit': { message: count, body: appMessage },
  'tray.due': { message: count },
  'pc.operation-done': { id: count, result: v.exactOptional(result) },
  'pc.operation-refused': { id: count, problem },
  'pc.channel': { channel },
  'pc.channel-changed': { cause: v.picklist(['open', 'closing', 'close']), channel },
  'pc.channel-message': { channel: text(64), data: v.nullable(text(262_144)), size: count },
  'pc.channel-error': { channel: text(64), problem },
} as const satisfies Record<BenchEvent['type'], v.ObjectEntries>
