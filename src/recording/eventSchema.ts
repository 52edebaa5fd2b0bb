import * as v from 'valibot'
import { signalMessage } from '../../broadcast-signaling/message'
import type { EndEvent } from '../../machines/contracts'
import type { EndActors } from '../../machines/endActors'
import { doneType, INIT, isFailedType, isRanOutType } from '../../machines/machineEvents'
import type { DoneType } from '../../machines/machineEvents'
import { STEP_IDS } from '../../machines/steps'
import {
  candidate,
  candidateError,
  count,
  description,
  mediaSummary,
  peerStatusChange,
  problem,
  remoteTrack,
  settingsChange,
  text,
} from './stateSchemas'

const traffic = v.strictObject({
  direction: v.picklist(['in', 'out']),
  outcome: v.picklist(['sent', 'delivered', 'duplicate', 'out-of-order', 'control', 'refused']),
  size: count,
  message: v.exactOptional(signalMessage),
  reason: v.exactOptional(text(64)),
  detail: v.exactOptional(text(1_024)),
  count: v.exactOptional(count),
})

/** The fields of every event that a log may hold (machines/contracts.ts); one that is missing does not compile. */
export const CONTRACTS = {
  'step.run': { step: v.picklist(STEP_IDS) },
  'step.retry': { step: v.picklist(STEP_IDS) },
  'ice.restart': {},
  'wire.ask': {},
  'call.hang-up': { reason: v.exactOptional(v.literal('left')) },
  'settings.change': { settings: settingsChange },
  'pc.changed': { cause: text(128), status: peerStatusChange },
  'pc.candidate': { candidate, url: v.exactOptional(text(2_048)) },
  'pc.end-of-candidates': {},
  'pc.candidate-error': { error: candidateError },
  'pc.candidate-added': { index: count },
  'pc.candidate-refused': { index: count, problem },
  'pc.patience': { patience: v.picklist(['waits', 'gives-up', 'not-held']) },
  'pc.placeholder-added': { candidate },
  'pc.placeholder-refused': { candidate, problem },
  'pc.negotiation-needed': {},
  'pc.track': { track: remoteTrack },
  'pc.track-changed': { track: remoteTrack },
  'media.ended': { kind: text(32) },
  'signal.description': { description },
  'signal.candidate': { candidate },
  'signal.end-of-candidates': {},
  'signal.bye': { reason: text(64) },
  'signal.other-end': { status: v.picklist(['here', 'gone']), returned: v.boolean() },
  'signal.traffic': { traffic },
  'signal.lost': { problem },
  'signal.confirmed': { missing: count },
  'wire.check': {},
  'patience.check': {},
} as const satisfies Record<EndEvent['type'], v.ObjectEntries>

/** The output of each actor: those of the steps, by step id, and of repairs. */
const OUTPUTS = {
  [doneType('capture-media')]: { output: mediaSummary },
  [doneType('add-tracks')]: {},
  [doneType('create-offer')]: { output: description },
  [doneType('set-local-offer')]: {},
  [doneType('send-offer')]: {},
  [doneType('set-remote-offer')]: {},
  [doneType('prepare-callee-media')]: { output: mediaSummary },
  [doneType('create-answer')]: { output: description },
  [doneType('set-local-answer')]: {},
  [doneType('send-answer')]: {},
  [doneType('set-remote-answer')]: {},
  [doneType('restart-ice')]: { output: description },
  [doneType('answer-restart')]: { output: description },
  [doneType('finish-restart')]: {},
} as const satisfies Record<DoneType<Exclude<keyof EndActors, 'operations'>>, v.ObjectEntries>

type Fields = Record<string, v.ObjectEntries>
type Rows<F extends Fields> = {
  [K in keyof F & string]: v.StrictObjectSchema<
    { readonly type: v.LiteralSchema<K, undefined> } & F[K],
    undefined
  >
}

/** One schema for each row: its type, then its fields in the order in which they are saved. */
function objectsOf<F extends Fields>(rows: F): Rows<F>[keyof F & string][] {
  return Object.entries(rows).map(([type, fields]) =>
    v.strictObject({ type: v.literal(type), ...fields }),
  ) as unknown as Rows<F>[keyof F & string][]
}

/** The schema of every event of a log: those with these fields, and those that XState makes itself. */
export function eventSchema<F extends Fields>(contracts: F) {
  return v.variant('type', [
    ...objectsOf(contracts),
    ...objectsOf(OUTPUTS),
    v.strictObject({ type: v.literal(INIT) }),
    v.strictObject({ type: ownType(isFailedType), error: problem }),
    v.strictObject({ type: ownType(isRanOutType) }),
  ])
}

/** Every event a log may hold. */
export const event = eventSchema(CONTRACTS)

export type RecordedEvent = v.InferOutput<typeof event>

function ownType<T extends string>(isOwn: (type: string) => type is T) {
  return v.custom<T>((value) => typeof value === 'string' && isOwn(value) && /^[\w.-]{1,200}$/.test(value))
}
