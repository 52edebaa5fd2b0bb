import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { common } from '../../i18n/messages/common'
import { useI18n } from '../../i18n/useI18n'
import { missingOf } from '../../labs/missing'
import { lengthOf } from '../../labs/moment'
import type { LoadedLab } from '../../labs/labTexts'
import { formatClock } from '../../ui/format'
import { pair } from './pair'
import { useRun } from './useLabRun'

/** A goal of the lab around, as it is shown. */
export interface ShownGoal {
  readonly id: string
  /** After how many events it was met; null: it is not. */
  readonly metAt: number | null
  /** What was reached, or what is still missing. */
  readonly text: ReturnType<typeof pair>
  /** When it was met; empty before. */
  readonly time: string
  /** What is the case instead, in the words of the API; empty if nothing is close, or if it is met. */
  readonly near: string
}

/** The goals of the lab around a component, and how many are met. */
export function useGoals(loaded: () => LoadedLab): {
  goals: ComputedRef<readonly ShownGoal[]>
  met: ComputedRef<number>
} {
  const { t } = useI18n()
  const { start, history, progress } = useRun()

  const goals = computed(() =>
    loaded().lab.goals.map(({ id, when }): ShownGoal => {
      const metAt = progress.value?.goals.get(id) ?? null
      return {
        id,
        metAt,
        text: pair(loaded(), ({ goals }) => (metAt === null ? goals[id]?.missing : goals[id]?.met)),
        time: metAt === null ? '' : formatClock(history.value.trace[metAt - 1]?.at ?? 0),
        near: metAt === null ? nearestMiss(when) : '',
      }
    }),
  )

  function nearestMiss(when: LoadedLab['lab']['goals'][number]['when']): string {
    if (start.value === null) return ''
    const at = lengthOf(history.value)
    return missingOf(when, { history: history.value, start: start.value, at })
      .flatMap(({ end, actual }) => (actual === null ? [] : [`${t(common[end])} ${actual}`]))
      .join(' · ')
  }

  return { goals, met: computed(() => goals.value.filter(({ metAt }) => metAt !== null).length) }
}
