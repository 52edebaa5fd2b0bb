import * as v from 'valibot'
import { signalMessage } from '../../broadcast-signaling/message'
import type { EndActors, EndEvent } from '../../machines/contracts'
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

type Outcome<K extends keyof EndActors> = `xstate.done.actor.${K}`

/** Each actor once, by what it gives when it is done; one that is missing does not compile. */
const GIVES = {
  media: ['xstate.done.actor.capture-media', 'xstate.done.actor.prepare-callee-media'],
  description: [
    'xstate.done.actor.create-offer',
    'xstate.done.actor.create-answer',
    'xstate.done.actor.restart-ice',
    'xstate.done.actor.answer-restart',
  ],
  nothing: [
    'xstate.done.actor.add-tracks',
    'xstate.done.actor.set-local-offer',
    'xstate.done.actor.send-offer',
    'xstate.done.actor.set-remote-offer',
    'xstate.done.actor.set-local-answer',
    'xstate.done.actor.send-answer',
    'xstate.done.actor.set-remote-answer',
    'xstate.done.actor.finish-restart',
  ],
} as const satisfies Record<string, readonly Outcome<keyof EndActors>[]>

const machineType = <T extends `xstate.${string}`>(start: T) =>
  v.custom<`${T}${string}`>(
    (value) => typeof value === 'string' && value.startsWith(start) && /^[\w.-]{1,200}$/.test(value),
  )

const traffic = v.strictObject({
  direction: v.picklist(['in', 'out']),
  outcome: v.picklist(['sent', 'delivered', 'duplicate', 'out-of-order', 'control', 'refused']),
  size: count,
  message: v.exactOptional(signalMessage),
  reason: v.exactOptional(text(64)),
  detail: v.exactOptional(text(1_024)),
  count: v.exactOptional(count),
})

/** Every event a log may hold (machines/contracts.ts), and those that XState makes itself (machines/log.ts). */
export const event = v.variant('type', [
  v.strictObject({
    type: v.picklist([
      'step.run',
      'step.retry',
      'ice.restart',
      'wire.ask',
      'wire.check',
      'patience.check',
      'pc.end-of-candidates',
      'pc.negotiation-needed',
      'signal.end-of-candidates',
      'xstate.init',
      ...GIVES.nothing,
    ]),
  }),
  v.strictObject({ type: v.literal('call.hang-up'), reason: v.exactOptional(v.literal('left')) }),
  v.strictObject({ type: v.literal('settings.change'), settings: settingsChange }),
  v.strictObject({ type: v.literal('pc.changed'), cause: text(128), status: peerStatusChange }),
  v.strictObject({ type: v.literal('pc.candidate'), candidate, url: v.exactOptional(text(2_048)) }),
  v.strictObject({ type: v.literal('signal.candidate'), candidate }),
  v.strictObject({ type: v.literal('pc.candidate-error'), error: candidateError }),
  v.strictObject({
    type: v.literal('pc.patience'),
    patience: v.picklist(['waits', 'gives-up', 'not-held']),
  }),
  v.strictObject({ type: v.literal('pc.placeholder-added'), candidate }),
  v.strictObject({ type: v.literal('pc.placeholder-refused'), candidate, problem }),
  v.strictObject({ type: v.literal('pc.candidate-added'), index: count }),
  v.strictObject({ type: v.literal('pc.candidate-refused'), index: count, problem }),
  v.strictObject({ type: v.picklist(['pc.track', 'pc.track-changed']), track: remoteTrack }),
  v.strictObject({ type: v.literal('media.ended'), kind: text(32) }),
  v.strictObject({ type: v.literal('signal.description'), description }),
  v.strictObject({ type: v.literal('signal.bye'), reason: text(64) }),
  v.strictObject({
    type: v.literal('signal.other-end'),
    status: v.picklist(['here', 'gone']),
    returned: v.boolean(),
  }),
  v.strictObject({ type: v.literal('signal.traffic'), traffic }),
  v.strictObject({ type: v.literal('signal.lost'), problem }),
  v.strictObject({ type: v.literal('signal.confirmed'), missing: count }),
  v.strictObject({ type: v.picklist(GIVES.media), output: mediaSummary }),
  v.strictObject({ type: v.picklist(GIVES.description), output: description }),
  v.strictObject({ type: machineType('xstate.error.actor.'), error: problem }),
  v.strictObject({ type: machineType('xstate.after.') }),
])

export type RecordedEvent = v.InferOutput<typeof event>

type Missing = Exclude<
  EndEvent['type'] | Outcome<keyof EndActors>,
  Exclude<RecordedEvent['type'], `xstate.${'error.actor' | 'after'}.${string}`>
>
type None<T extends never> = T

/** Does not compile while the schema has no place for an event that a log may hold: the error names it. */
export type MissingEvents = None<Missing>
