import type { EndContext } from './contracts'
import type { StepActors } from './endActors'
import { arrived, descriptionToSend, drafted } from './facts'
import type { Step } from './script'

/** Named actions that run after a step's work, in order. */
type Follow = 'flushLocal' | 'flushRemote' | 'sendEndOfCandidates' | 'watchPatience'

/** How the actor of a step is connected to the context. */
interface StepActor<A extends { input: unknown; output: unknown }> {
  input(context: EndContext<string>, step: Step): A['input']
  /** What changes in the context when the actor is done. */
  done?(output: A['output']): Partial<EndContext<string>>
  then?: readonly Follow[]
}

const config = ({ settings: { iceServers, relayOnly } }: EndContext<string>) => ({ iceServers, relayOnly })

const capture: StepActor<StepActors['capture-media']> = {
  input: ({ settings }) => ({ media: settings.media }),
  done: (media) => ({ media }),
}

const write: StepActor<StepActors['create-offer']> = {
  input: () => undefined,
  done: (draft) => ({ draft }),
}

const send: StepActor<StepActors['send-offer']> = {
  input: descriptionToSend,
  done: () => ({ descriptionSent: true }),
  then: ['flushLocal', 'sendEndOfCandidates'],
}

/** For every actor that a step may invoke: its input, and what its output changes. */
export const STEP_ACTORS: { readonly [K in keyof StepActors]: StepActor<StepActors[K]> } = {
  'capture-media': capture,
  'add-tracks': { input: config },
  'create-offer': write,
  'set-local-offer': { input: drafted },
  'send-offer': send,
  'set-remote-offer': {
    input: (context) => ({ description: arrived(context), ...config(context) }),
    done: () => ({ receivedDescription: null }),
    then: ['flushRemote'],
  },
  'prepare-callee-media': capture,
  'create-answer': write,
  'set-local-answer': { input: drafted, then: ['watchPatience'] },
  'send-answer': send,
  'set-remote-answer': {
    input: arrived,
    done: () => ({ receivedDescription: null }),
    then: ['flushRemote'],
  },
  operations: {
    input: (context, { operations = [] }) => ({
      operations,
      received: context.receivedDescription,
      ...config(context),
    }),
    done: (draft) => ({ draft, receivedDescription: null }),
    then: ['flushRemote', 'watchPatience'],
  },
}
