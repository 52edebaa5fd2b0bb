import * as v from 'valibot'
import { EVENTS } from './lab'
import type { Condition, EndCondition, EventName } from './lab'

/* The schemas of conditions (lab.ts), strict and limited, because a teacher's file comes from outside. */

/** A text of a file, no longer than it may be. */
export const text = (length: number) => v.pipe(v.string(), v.maxLength(length))

export const end = v.picklist(['caller', 'callee'])
const kind = v.picklist(['audio', 'video'])
const small = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))
const states = v.pipe(v.array(text(32)), v.minLength(1), v.maxLength(8))

export const messageKind = v.picklist([
  'offer',
  'answer',
  'pranswer',
  'candidate',
  'end-of-candidates',
  'bye',
])

const END_CONDITIONS = [
  { refused: v.strictObject({ call: v.exactOptional(text(64)), error: v.exactOptional(text(64)) }) },
  { event: v.picklist(Object.keys(EVENTS) as EventName[]) },
  { changed: v.picklist(['ufrag', 'fingerprint']), is: v.boolean() },
  {
    state: v.picklist(['signalingState', 'iceGatheringState', 'iceConnectionState', 'connectionState']),
    is: v.union([text(32), states]),
  },
  { candidate: v.picklist(['queued', 'added', 'refused', 'none']) },
  { receives: kind, count: v.exactOptional(small) },
  { channel: v.picklist(['connecting', 'open', 'closing', 'closed']), label: v.exactOptional(text(200)) },
  { text: text(2_000) },
  { direction: v.strictObject({ kind, is: text(16) }) },
  { sdp: v.picklist(['local', 'remote', 'draft', 'received']), has: text(2_000) },
  {
    flag: v.picklist([
      'makingOffer',
      'ignoreOffer',
      'isSettingRemoteAnswerPending',
      'negotiationNeeded',
      'bye',
    ]),
    is: v.boolean(),
  },
  {
    message: messageKind,
    in: v.exactOptional(v.picklist(['waiting', 'travelling', 'delivered', 'dropped'])),
    times: v.exactOptional(small),
  },
] as const

const endCondition = v.union(
  END_CONDITIONS.map((entries) => v.strictObject(entries)),
) as v.GenericSchema<EndCondition>
const ofOneEnd = v.union(END_CONDITIONS.map((entries) => v.strictObject({ end, ...entries })))

/** How deep conditions may stand in each other. */
const MAX_DEPTH = 8

function conditionAt(depth: number): v.GenericSchema<Condition> {
  const leaves = [ofOneEnd, v.strictObject({ both: endCondition })]
  if (depth === MAX_DEPTH) return v.union(leaves) as v.GenericSchema<Condition>
  const inner = v.lazy(() => conditionAt(depth + 1))
  const list = v.pipe(v.array(inner), v.minLength(1), v.maxLength(20))
  return v.union([
    ...leaves,
    v.strictObject({ all: list }),
    v.strictObject({ any: list }),
    v.strictObject({ not: inner }),
  ]) as v.GenericSchema<Condition>
}

/** A condition of a lab. */
export const condition = conditionAt(0)
