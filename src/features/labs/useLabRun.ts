import { computed, inject, onScopeDispose, shallowRef } from 'vue'
import type { ComputedRef, InjectionKey, ShallowRef } from 'vue'
import { countActions, createGoalReader } from '../../labs/goals'
import type { GoalReader, LabProgress } from '../../labs/goals'
import type { Lab } from '../../labs/lab'
import { benchOf } from '../../labs/labBench'
import type { LabHistory } from '../../labs/moment'
import { openLab } from '../../labs/openLab'
import { runRoute } from '../../labs/runRoute'
import { useCall } from '../../session/callSession'

/** One run of a lab on a fresh bench. */
export interface LabRun {
  /** opening: the scene is being set; stuck: it was not; showing: a solution is played; shown: it is over. */
  readonly state: Readonly<ShallowRef<'opening' | 'open' | 'stuck' | 'showing' | 'shown'>>
  /** Why the scene was not set, or the solution not played. */
  readonly fault: Readonly<ShallowRef<string>>
  /** After how many events the learner began; null before. */
  readonly start: Readonly<ShallowRef<number | null>>
  /** The history of the bench so far. */
  readonly history: ComputedRef<LabHistory>
  /** How far the goals are at the newest moment; null before the learner begins. */
  readonly progress: ComputedRef<LabProgress | null>
  /** The number of actions of the learner, up to the solution if there is one. */
  readonly actions: ComputedRef<number>
  /** Whether the learner has solved it in this run. */
  readonly isSolved: ComputedRef<boolean>
}

export const RUN: InjectionKey<LabRun> = Symbol('lab run')

/** The run of the lab around a component. Throws outside of one. */
export function useRun(): LabRun {
  const run = inject(RUN)
  if (run === undefined) throw new Error('no lab is provided')
  return run
}

/** Sets the scene of a lab on the bench around the component, plays a solution if one is to be shown, and reads the goals. */
export function createLabRun(lab: Lab, shows: string | null): LabRun {
  const call = useCall()
  const state = shallowRef<LabRun['state']['value']>('opening')
  const fault = shallowRef('')
  const start = shallowRef<number | null>(null)
  const reader = shallowRef<GoalReader | null>(null)
  const leaving = new AbortController()
  onScopeDispose(() => {
    leaving.abort()
  })

  async function open() {
    const { signal } = leaving
    try {
      const began = await openLab(call, lab, { signal })
      start.value = began
      reader.value = createGoalReader(lab, began)
      const route = lab.solutions.find(({ id }) => id === shows)
      if (route === undefined) {
        state.value = 'open'
        return
      }
      state.value = 'showing'
      await runRoute(benchOf(call), route.actions, { signal, start: began })
      state.value = 'shown'
      call.history.lookAt(began)
    } catch (error) {
      if (signal.aborted) return
      fault.value = error instanceof Error ? error.message : String(error)
      state.value = 'stuck'
    }
  }
  void open()

  const history = computed<LabHistory>(() => {
    const { now, snapshots } = call.frame.value
    return { trace: now.trace.events, snapshots }
  })
  const progress = computed(() => reader.value?.read(history.value) ?? null)
  const solvedAt = computed(() => progress.value?.solvedAt ?? null)
  return {
    state,
    fault,
    start,
    history,
    progress,
    actions: computed(() =>
      start.value === null
        ? 0
        : countActions(history.value, start.value, solvedAt.value ?? history.value.trace.length),
    ),
    isSolved: computed(() => state.value === 'open' && solvedAt.value !== null),
  }
}
