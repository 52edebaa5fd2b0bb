import * as v from 'valibot'
import { signalMessage } from '../../broadcast-signaling/message'
import type { BenchEvent } from '../../machines/bench/benchContracts'
import type { EndEvent } from '../../machines/contracts'
import type { RepairActors, StepActors } from '../../machines/endActors'
import { doneType, INIT, isFailedType, isRanOutType } from '../../machines/machineEvents'
import type { DoneType } from '../../machines/machineEvents'
import type { Script } from '../../machines/script'
import type { StepId } from '../../machines/steps'
import { BENCH_CONTRACTS } from './benchSchemas'
import { perScript } from './perScript'
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

/** The fields of every event (machines/contracts.ts) except those that name a step; a missing one does not compile. */
const CONTRACTS = {
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
} as const satisfies Record<
  Exclude<EndEvent['type'], 'step.run' | 'step.retry' | BenchEvent['type']>,
  v.ObjectEntries
>

/** The output of each actor that a step may run (machines/endActors.ts). */
const STEP_OUTPUTS = {
  'capture-media': { output: mediaSummary },
  'add-tracks': {},
  'create-offer': { output: description },
  'set-local-offer': {},
  'send-offer': {},
  'set-remote-offer': {},
  'prepare-callee-media': { output: mediaSummary },
  'create-answer': { output: description },
  'set-local-answer': {},
  'send-answer': {},
  'set-remote-answer': {},
  operations: { output: v.nullable(description) },
} as const satisfies Record<keyof StepActors, v.ObjectEntries>

/** The output of each actor of a repair. */
const REPAIR_OUTPUTS = {
  [doneType('restart-ice')]: { output: description },
  [doneType('answer-restart')]: { output: description },
  [doneType('finish-restart')]: {},
} as const satisfies Record<DoneType<keyof RepairActors>, v.ObjectEntries>

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

/** The fields of every event of a call of this script, whose steps alone can be run; of a bench also its own events. */
export function contractsOf({ steps, bench }: Script) {
  // Which script a file is of, its type does not say: whoever reads it knows the steps.
  const step = v.picklist(steps.map(({ id }) => id as StepId))
  const contracts = { 'step.run': { step }, 'step.retry': { step }, ...CONTRACTS }
  return bench === undefined ? contracts : { ...contracts, ...BENCH_CONTRACTS }
}

/** The schema of every event of a log: those with these fields, and those that XState makes itself. */
export function eventSchema<F extends Fields>({ steps }: Script, contracts: F) {
  // A step's actor is invoked under the id of the step.
  const outputs = steps.flatMap(({ id, runs }) =>
    runs === null ? [] : [[doneType(id as StepId), STEP_OUTPUTS[runs]] as const],
  )
  return v.variant('type', [
    ...objectsOf(contracts),
    ...objectsOf(Object.fromEntries(outputs) as Record<DoneType<StepId>, Output>),
    ...objectsOf(REPAIR_OUTPUTS),
    v.strictObject({ type: v.literal(INIT) }),
    v.strictObject({ type: ownType(isFailedType), error: problem }),
    v.strictObject({ type: ownType(isRanOutType) }),
  ])
}

type Output = (typeof STEP_OUTPUTS)[keyof StepActors]

/** The schema of every event that a log of this script may hold. */
export const eventOf = perScript((script) => eventSchema(script, contractsOf(script)))

function ownType<T extends string>(isOwn: (type: string) => type is T) {
  return v.custom<T>((value) => typeof value === 'string' && isOwn(value) && /^[\w.-]{1,200}$/.test(value))
}
