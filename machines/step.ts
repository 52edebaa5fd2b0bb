import { assign } from 'xstate'
import type { EndContext, StepActors } from './contracts'
import { endSetup } from './end'
import type { StepId } from './steps'

interface StepOptions<K extends keyof StepActors> {
  /** State that follows, by its key. */
  next: string
  /** The step waits until a description has arrived before the learner may run it. */
  awaitsDescription?: boolean
  /** Without trickle the step waits for all candidates; running it meanwhile goes on with trickle. */
  awaitsCandidates?: boolean
  input: (context: EndContext) => StepActors[K]['input']
  /** What the end knows once the actor is done. */
  done?: (output: StepActors[K]['output']) => Partial<EndContext>
  /** Named actions to run after that, in order. */
  then?: (
    'flushLocal' | 'flushRemote' | 'sendEndOfCandidates' | 'clearReceivedDescription' | 'watchPatience'
  )[]
}

/** The guard by which a step takes only what is asked of it. */
export function isThisStep(step: StepId) {
  return { type: 'isThisStep', params: { step } } as const
}

/**
 * The states of one step that calls the browser: `ready` → `running` → next, or `failed` and again.
 * The step's id is the state's key, the invoked actor and its id: a misspelt one does not compile.
 */
export function stepState<K extends keyof StepActors>(id: K, options: StepOptions<K>) {
  const { next, awaitsDescription = false, awaitsCandidates = false, input, done, then = [] } = options
  // One narrowing for all steps: TypeScript cannot correlate a generic key with XState's union of actors.
  const src = id as 'create-offer'
  const guard = isThisStep(id)
  return endSetup.createStateConfig({
    meta: { step: id },
    initial: awaitsDescription ? 'waiting' : awaitsCandidates ? 'gathering' : 'ready',
    states: {
      ...(awaitsCandidates && {
        gathering: {
          tags: ['busy', 'gathering'],
          always: { guard: 'mayCross', target: 'ready' },
          on: { 'step.run': { guard, target: 'running', actions: 'goOnWithTrickle' } },
        },
      }),
      ...(awaitsDescription && {
        waiting: { tags: ['waiting'], always: { guard: 'hasReceivedDescription', target: 'ready' } },
      }),
      ready: { tags: ['ready'], on: { 'step.run': { guard, target: 'running' } } },
      running: {
        tags: ['busy'],
        invoke: {
          id,
          src,
          input: ({ context }: { context: EndContext }) => input(context) as undefined,
          onDone: {
            target: `#${next}`,
            actions: [
              assign(({ context, event }) => ({
                ...done?.(event.output as StepActors[K]['output']),
                done: [...context.done, id],
              })),
              ...then,
            ],
          },
          onError: { target: 'failed', actions: 'noteProblem' },
        },
      },
      failed: {
        tags: ['failed'],
        exit: 'clearProblem',
        on: { 'step.run': { guard, target: 'running' }, 'step.retry': { guard, target: 'running' } },
      },
    },
  })
}
