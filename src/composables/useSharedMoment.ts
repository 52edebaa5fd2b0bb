import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCall } from '../session/callSession'
import { checkpointBefore } from '../../machines/checkpoints'
import { positionOf } from './addressPosition'
import { lessonOfAddress, lessonOfCheckpoint } from './selectedLesson'

/**
 * A page that was opened at a shared `?at=` has no such moment yet. Once the learner has run to the step in the
 * address, the page shows the moment if it belongs to that step: two calls never have quite the same log.
 */
export function useSharedMoment(): void {
  const { history, playback, controls } = useCall()
  const route = useRoute()
  const router = useRouter()
  const at = positionOf(route.query)
  if (at === null || controls === null) return

  // Without a step in the address, any moment of the call is accepted.
  if (!route.params['step']) {
    const { reading } = route.params
    void router.replace({ name: 'call', params: { reading, step: 'connected' }, query: route.query })
  }

  const stop = watch(playback.runningTo, (_target, before) => {
    if (before === null) return
    stop()
    const checkpoints = history.checkpoints.value
    const lesson =
      at < history.length.value ? lessonOfCheckpoint(checkpointBefore(checkpoints, at), checkpoints) : null
    if (lesson === lessonOfAddress(route.params['step']) || before === 'connected') history.lookAt(at)
  })
}
