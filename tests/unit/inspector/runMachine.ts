import { createActor, createMachine } from 'xstate'
import type { AnyStateMachine, StateValue } from 'xstate'
import { edgeIds, transitionsOf } from '../../../src/inspector/chart/chartGraph'

/** The states around one event, and the edges it took. */
export interface Step {
  before: { value: StateValue; historyValue?: unknown }
  after: StateValue
  /** The edges that XState says it took. */
  truth: string[]
}

/** A definition as the inspector library sends it: functions become their names. */
export function sent(machine: AnyStateMachine): AnyStateMachine {
  const text = JSON.stringify(machine.config, (_key, part: unknown) =>
    typeof part === 'function' ? { type: part.name } : part,
  )
  return createMachine(JSON.parse(text) as Parameters<typeof createMachine>[0])
}

/** Runs a machine; XState's microsteps report what each event took. */
export function run(machine: AnyStateMachine, events: readonly string[]): Step[] {
  let truth: string[] = []
  const actor = createActor(machine, {
    inspect: (report) => {
      if (report.type !== '@xstate.microstep') return
      for (const one of report._transitions)
        truth.push(...edgeIds(one.source, one, transitionsOf(one.source).indexOf(one)))
    },
  }).start()
  return events.map((type) => {
    truth = []
    const { value, historyValue } = actor.getSnapshot() as never as Step['before']
    const history = JSON.parse(
      JSON.stringify(historyValue, (key, part: unknown) =>
        key === 'parent' || key === 'machine' ? null : part,
      ),
    ) as unknown
    actor.send({ type })
    return {
      before: { value, historyValue: history },
      after: (actor.getSnapshot() as Step['before']).value,
      truth: [...new Set(truth)],
    }
  })
}
