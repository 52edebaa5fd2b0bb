import { computed, onMounted, watch } from 'vue'
import { useRoute } from 'vue-router'
import { areHintsNew, areHintsOpen, closeHints } from '../composables/hints'
import { isRunIntent } from '../projections/runs'
import { useProgress } from '../progress/progressStore'
import { useCall } from '../session/callSession'

/**
 * Opens the hints at a first visit to the call, and closes them when a step runs or another tab of the evidence is
 * chosen. An address that names a tab or a moment was sent by somebody who wants to show just that.
 */
export function useHints(): void {
  const { frame, controls } = useCall()
  const route = useRoute()
  const { progress } = useProgress()
  const runs = computed(() => frame.value.now.trace.events.filter(isRunIntent).length)

  onMounted(() => {
    const { tab, at } = route.query
    const isPlain = tab === undefined && at === undefined
    const isOwn = controls !== null && frame.value.tabs === null
    if (isPlain && isOwn && runs.value === 0 && progress.value.steps.length === 0 && areHintsNew())
      areHintsOpen.value = true
  })
  watch([runs, () => route.query['tab']], () => {
    if (areHintsOpen.value) closeHints()
  })
}
