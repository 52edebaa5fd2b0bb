import { computed, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { useCall } from '../../call/callStore'
import { stillAt } from '../../call/stills'
import type { Picture, Still } from '../../call/stills'
import { whenIdle } from '../../composables/whenIdle'

/** Pixels; a card shows a picture at about this width. */
const WIDTH = 256
/** Milliseconds: a moment's picture is of about that moment. */
const LATEST = 500

/**
 * Takes a still of a live picture at the end of every step, and finds the one of a past moment. A stream
 * has no picture yet when its step ends: its first frame is taken as soon as it is there.
 */
export function useStill(
  picture: Picture,
  video: Readonly<Ref<HTMLVideoElement | null>>,
): { still: ComputedRef<Still | null>; onFirstFrame: () => void } {
  const call = useCall()

  /** The picture is taken once nothing waits for the browser: of a moment, which another call may have ended. */
  async function take(index = call.stops.value.at(-1)?.index, room = call.channelName.value) {
    const element = video.value
    const { stills, channelName } = call
    if (element === null || index === undefined || element.videoWidth === 0) return
    try {
      const image = await createImageBitmap(element, { resizeWidth: WIDTH, resizeQuality: 'medium' })
      // Another call may have begun meanwhile.
      if (channelName.value === room) stills.add(picture, { index, image })
      else image.close()
    } catch {
      // A stream that ends right now has no picture; the still before serves.
    }
  }

  watch(
    () => call.stops.value.length,
    () => {
      const { stops, channelName } = call
      const [index, room] = [stops.value.at(-1)?.index, channelName.value]
      whenIdle(() => void take(index, room), LATEST)
    },
  )

  return {
    still: computed(() => {
      const { entries, live } = call.view.value
      return live ? null : stillAt(call.stills.kept.value.get(picture), entries.length)
    }),
    onFirstFrame: () => void take(),
  }
}
