import { assign } from 'xstate'
import type { EndContext } from './contracts'
import type { StepActors } from './endActors'
import { endSetup } from './end'
import type { Step } from './script'
import { STEP_ACTORS } from './stepActors'

/** The guard by which a step takes only an intent that names it. */
function isThisStep(step: string) {
  return { type: 'isThisStep', params: { step } } as const
}

/**
 * The state of a step: a step that calls something, one that watches candidates arrive, or one that receives a
 * description.
 */
export function stepState(step: Step, next: string) {
  const { id, runs, waitsFor } = step
  if (runs !== null) return { id, ...callState(step, runs, next) }
  if (waitsFor === 'candidates') return { id, ...observeState(id, next) }
  return { id, ...receiveState(id, next) }
}

/**
 * The state of a step that calls the browser: `ready` → `running` → the next step, or `failed` and again. The step's id
 * is the state's key and the id of its actor.
 */
function callState(step: Step, runs: keyof StepActors, next: string) {
  const { id, waitsFor } = step
  const { input, done, then = [] } = STEP_ACTORS[runs]
  // One cast for all steps: TypeScript cannot relate a generic key to XState's union of actors.
  const src = runs as 'create-offer'
  const guard = isThisStep(id)
  return endSetup.createStateConfig({
    meta: { step: id },
    initial: waitsFor === 'description' ? 'waiting' : waitsFor === 'candidates' ? 'gathering' : 'ready',
    states: {
      ...(waitsFor === 'candidates' && {
        gathering: {
          tags: ['busy', 'gathering'],
          always: { guard: 'mayCross', target: 'ready' },
          on: { 'step.run': { guard, target: 'running', actions: 'goOnWithTrickle' } },
        },
      }),
      ...(waitsFor === 'description' && {
        waiting: { tags: ['waiting'], always: { guard: 'hasReceivedDescription', target: 'ready' } },
      }),
      ready: { tags: ['ready'], on: { 'step.run': { guard, target: 'running' } } },
      running: {
        tags: ['busy'],
        invoke: {
          id,
          src,
          input: ({ context }: { context: EndContext<string> }) => input(context, step) as undefined,
          onDone: {
            target: `#${next}`,
            actions: [
              assign(({ context, event }) => ({
                ...done?.(event.output as never),
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

/** Nothing is called here: ICE gathers by itself since setLocalDescription() (RFC 9429 §3.5.1). */
function observeState(id: string, next: string) {
  const goOn = { target: `#${next}`, actions: 'finishGathering' } as const
  const leave = {
    'step.run': {
      guard: isThisStep(id),
      target: `#${next}`,
      actions: ['goOnWithTrickle', 'finishGathering'] as const,
    },
  }
  return endSetup.createStateConfig({
    meta: { step: id },
    initial: 'ready',
    states: {
      ready: { tags: ['ready'], on: { 'step.run': { guard: isThisStep(id), target: 'running' } } },
      running: {
        tags: ['busy', 'gathering'],
        always: { guard: 'hasObserved', ...goOn },
        after: { observe: [{ guard: 'trickles', ...goOn }, { target: 'gathering' }] },
        on: leave,
      },
      // Without trickle: lasts until all candidates are gathered, or the learner continues without them.
      gathering: {
        tags: ['busy', 'gathering'],
        always: { guard: 'mayCross', ...goOn },
        on: leave,
      },
    },
  })
}

/** A description arrives as a message (waiting → ready), and then the learner opens it. */
function receiveState(id: string, next: string) {
  return endSetup.createStateConfig({
    meta: { step: id },
    initial: 'waiting',
    states: {
      waiting: { tags: ['waiting'], always: { guard: 'hasReceivedDescription', target: 'ready' } },
      ready: {
        tags: ['ready'],
        on: { 'step.run': { guard: isThisStep(id), target: `#${next}`, actions: 'noteAnswerReceived' } },
      },
    },
  })
}
