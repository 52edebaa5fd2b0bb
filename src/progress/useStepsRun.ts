import { computed, watch } from 'vue'
import { STEP_IDS } from '../../machines/steps'
import { useLazyCall } from '../session/lazyCall'
import { useProgress } from './progressStore'

/** Records, until the component is unmounted, which steps of the page's call have run. */
export function useStepsRun(): void {
  const { call } = useLazyCall()
  const progress = useProgress()
  const done = computed(() => {
    const statuses = call.value?.history.now.value.statuses
    return STEP_IDS.filter((id) => statuses?.[id] === 'done').join(' ')
  })

  watch(done, (now, before) => {
    const known = before.split(' ')
    const fresh = STEP_IDS.filter((id) => now.split(' ').includes(id) && !known.includes(id))
    progress.ranSteps(fresh)
  })
}
