import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCall } from '../session/callSession'
import { checkpointBefore } from '../../machines/checkpoints'
import { positionOf } from './addressPosition'
import { lessonOfAddress, lessonOfCheckpoint } from './selectedLesson'

/**
 * A page opened at a shared `?at=` has no such moment yet. Once the learner has run up to the step of the
 * address, the page looks at it, if it is a moment of that step: two calls never log quite the same.
 */
export function useSharedMoment(): void {
  const { history, playback, controls } = useCall()
  const route = useRoute()
  const router = useRouter()
  const at = positionOf(route.query)
  if (at === null || controls === null) return

  // Without a step in the address, all of the call is what it may mean.
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
