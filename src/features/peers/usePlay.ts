import { shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'

/**
 * Plays a stream in a video element. A browser may block that until the learner presses something; the `autoplay`
 * attribute would not report it (HTML §4.8.11.8, NotAllowedError of play()).
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
      // Any other error needs no message: the stream was replaced or removed meanwhile.
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
