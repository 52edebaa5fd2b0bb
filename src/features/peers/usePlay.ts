import { shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'

/**
 * Shows a stream in a video element and starts it. A browser may forbid that until the learner presses something,
 * and the element's `autoplay` would not tell (HTML §4.8.11.8, NotAllowedError of play()).
 */
export function usePlay(
  video: Readonly<Ref<HTMLVideoElement | null>>,
  stream: () => MediaStream | null,
): { isBlocked: Readonly<ShallowRef<boolean>>; play: () => Promise<void> } {
  const isBlocked = shallowRef(false)

  async function play() {
    try {
      await video.value?.play()
      isBlocked.value = false
    } catch (error) {
      // Any other reason ends by itself: the stream was exchanged or taken away meanwhile.
      isBlocked.value = error instanceof DOMException && error.name === 'NotAllowedError'
    }
  }

  watch(
    [video, stream],
    ([element, shown]) => {
      if (element === null) return
      element.srcObject = shown
      if (shown === null) isBlocked.value = false
      else void play()
    },
    { flush: 'post', immediate: true },
  )

  return { isBlocked, play }
}
