import { enqueueActions } from 'xstate'
import { root } from '../connection'
import type { ConnectionState, Doing, EndEvent, SignalingState } from '../contracts'
import { endSetup } from '../end'
import { initialContext } from '../initialContext'
import type { End } from '../steps'
import { FIRST_BENCH } from './benchState'
import type { EndMachine } from '../endMachine'
import { benchStep } from './benchStep'
import type { BenchContext } from './stepUnderWay'

/** Every event that `benchStep` takes, in every state. */
const TAKEN = [
  'settings.change',
  'bench.run',
  'bench.rules',
  'tray.rules',
  'tray.deliver',
  'tray.drop',
  'tray.repeat',
  'tray.move',
  'tray.edit',
  'tray.due',
  'pc.operation-done',
  'pc.operation-refused',
  'pc.channel',
  'pc.channel-changed',
  'pc.channel-message',
  'pc.channel-error',
  'pc.changed',
  'pc.candidate',
  'pc.end-of-candidates',
  'pc.candidate-error',
  'pc.candidate-added',
  'pc.candidate-refused',
  'pc.patience',
  'pc.placeholder-added',
  'pc.placeholder-refused',
  'patience.check',
  'pc.negotiation-needed',
  'pc.track',
  'pc.track-changed',
  'media.ended',
  'signal.description',
  'signal.candidate',
  'signal.end-of-candidates',
  'signal.bye',
  'signal.other-end',
] as const satisfies readonly EndEvent['type'][]

/**
 * The arrows of the signaling states (WebRTC §4.3.1). `when`: the states of the connection for which an arrow is taken;
 * a report may have skipped the state between.
 */
const SIGNALING = {
  'no-connection': [],
  stable: [
    { target: 'have-local-offer', when: ['have-local-offer', 'have-remote-pranswer'] },
    { target: 'have-remote-offer', when: ['have-remote-offer', 'have-local-pranswer'] },
  ],
  'have-local-offer': [{ target: 'have-remote-pranswer', when: ['have-remote-pranswer'] }],
  'have-remote-offer': [{ target: 'have-local-pranswer', when: ['have-local-pranswer'] }],
  'have-local-pranswer': [],
  'have-remote-pranswer': [],
  closed: [],
} as const satisfies Record<string, readonly { target: string; when: readonly SignalingState[] }[]>

/** The states of the transports (WebRTC §4.3.3): what each means to a panel, and what may follow it. */
const TRANSPORTS = {
  'no-connection': { tag: 'ready', next: ['new'] },
  new: { tag: 'ready', next: ['connecting', 'connected', 'failed', 'closed'] },
  connecting: { tag: 'busy', next: ['connected', 'failed', 'disconnected', 'new', 'closed'] },
  connected: { tag: 'connected', next: ['disconnected', 'failed', 'connecting', 'new', 'closed'] },
  disconnected: { tag: 'waiting', next: ['connected', 'connecting', 'failed', 'new', 'closed'] },
  failed: { tag: 'failed', next: ['connecting', 'connected', 'new', 'closed'] },
  closed: { tag: 'closed', next: ['new'] },
} as const satisfies Record<string, { tag: Doing; next: readonly ConnectionState[] }>

/**
 * The machine of one end of a bench: no steps, and every operation and message at any time. Its states are those of the
 * connection: one region for signaling (WebRTC §4.3.1), one for the transports. What an event does, benchStep.ts says.
 */
export function createBenchMachine(role: End): EndMachine {
  const takeEvent = enqueueActions(({ context, event, enqueue }) => {
    const step = benchStep(context as BenchContext, event as EndEvent)
    enqueue.assign(step.context)
    for (const command of step.commands) {
      if (command.to === 'clock') enqueue.raise(command.event, { delay: command.delay })
      else if (command.to === 'peer') enqueue.sendTo('peer', command.command)
      else enqueue.sendTo('signaling', command.command)
    }
  })
  const {
    'signal.traffic': traffic,
    'signal.confirmed': confirmed,
    'wire.check': check,
    'wire.ask': ask,
  } = root.on
  // Not returned at once: EndMachine would then ask for the states of a machine with steps.
  const machine = endSetup.createMachine({
    id: role,
    context: (args) => ({ ...initialContext(role)(args), bench: FIRST_BENCH }),
    invoke: root.invoke,
    on: {
      ...Object.fromEntries(TAKEN.map((type) => [type, { actions: takeEvent }])),
      'signal.traffic': traffic,
      'signal.confirmed': confirmed,
      'wire.check': check,
      'wire.ask': ask,
      'call.hang-up': { target: '#left', actions: 'closeBySelf' },
    },
    initial: 'open',
    states: {
      open: {
        type: 'parallel',
        states: {
          signaling: {
            initial: 'no-connection',
            states: Object.fromEntries(
              Object.entries(SIGNALING).map(([state, arrows]) => [
                state,
                { always: signalingArrows(state, arrows) },
              ]),
            ),
          },
          transports: {
            initial: 'no-connection',
            states: Object.fromEntries(
              Object.entries(TRANSPORTS).map(([state, { tag, next }]) => [
                state,
                {
                  tags: [tag],
                  always: next.map((target) => ({ target, guard: transportsAre(target) })),
                },
              ]),
            ),
          },
        },
      },
      // The page is left, or the bench begins again: nothing runs any more.
      left: { id: 'left', tags: ['closed'], entry: ['closePeer'], on: { 'call.hang-up': {} } },
    },
  })
  return machine
}

function signalingArrows(
  state: string,
  arrows: readonly { target: string; when: readonly SignalingState[] }[],
) {
  const own = arrows.map(({ target, when }) => ({ target, guard: signalingIs(when) }))
  // Every other state is reached over `stable`.
  const back = { target: 'stable', guard: { type: 'signalingIsNot', params: { state } } as const }
  const closing = { target: 'closed', guard: signalingIs(['closed']) }
  if (state === 'stable') return [...own, closing]
  return state === 'closed' ? [back] : [...own, closing, back]
}

function signalingIs(states: readonly SignalingState[]) {
  return { type: 'signalingIs', params: { states } } as const
}

function transportsAre(state: ConnectionState) {
  return { type: 'transportsAre', params: { state } } as const
}
