import { computed, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { useCall } from '../../call/callStore'
import { stillAt } from '../../call/stills'
import type { Picture, Still } from '../../call/stills'

/** Pixels; a card shows a picture at about this width. */
const WIDTH = 256

/**
 * Takes a still of a live picture at the end of every step, and finds the one of a past moment. A stream
 * has no picture yet when its step ends: its first frame is taken as soon as it is there.
 */
export function useStill(
  picture: Picture,
  video: Readonly<Ref<HTMLVideoElement | null>>,
): { still: ComputedRef<Still | null>; onFirstFrame: () => void } {
  const call = useCall()

  async function take() {
    const element = video.value
    const { stills, channelName } = call
    const { value: room } = channelName
    const index = call.stops.value.at(-1)?.index
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
    () => void take(),
  )

  return {
    still: computed(() => {
      const { entries, live } = call.view.value
      return live ? null : stillAt(call.stills.kept.value.get(picture), entries.length)
    }),
    onFirstFrame: () => void take(),
  }
}
