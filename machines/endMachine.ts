import { assign } from 'xstate'
import { root } from './connection'
import type { EndContext } from './contracts'
import { endSetup } from './end'
import { initialContext } from './initialContext'
import { AFTERWARDS } from './repair'
import { stepsOf } from './script'
import type { Script } from './script'
import { stepState } from './step'
import type { End } from './steps'

/** The machine that plays one role of a script: a state for each of its steps, then the connection. */
export function createEndMachine(script: Script, role: End) {
  const steps = stepsOf(script, role)
  // `done` is always a prefix of the role's steps, so the next step is the one the end stands at.
  const finish = ({ done }: EndContext<string>) => ({ done: [...done, steps[done.length]?.id ?? ''] })
  const machine = endSetup.createMachine({
    ...root,
    id: role,
    context: initialContext(role),
    initial: steps[0]?.id ?? 'connection',
    states: {
      ...Object.fromEntries(
        steps.map((step, index) => [step.id, stepState(step, steps[index + 1]?.id ?? 'connection')]),
      ),
      ...AFTERWARDS[role],
    },
  })
  return machine.provide({
    actions: {
      finishGathering: assign(({ context }) => finish(context)),
      noteAnswerReceived: assign(({ context }) => finish(context)),
    },
  })
}

export type EndMachine = ReturnType<typeof createEndMachine>

const made = new WeakMap<Script, Record<End, EndMachine>>()

/** The machines of a script's roles; made once for each script. */
export function machinesOf(script: Script): Record<End, EndMachine> {
  const known = made.get(script)
  if (known !== undefined) return known
  const ofSteps = (role: End) => createEndMachine(script, role)
  const machines = {
    caller: (script.bench ?? ofSteps)('caller'),
    callee: (script.bench ?? ofSteps)('callee'),
  }
  made.set(script, machines)
  return machines
}
