import { computed, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { CallFrame } from '../../session/callFrame'
import { useCall } from '../../session/callSession'
import { thumbnailAt } from '../../session/thumbnails'
import type { VideoSlot, Thumbnail } from '../../session/thumbnails'
import { whenIdle } from '../../browser/whenIdle'

/** Pixels: about the width of a video in a card. */
const WIDTH = 256
/** Milliseconds: how late after a moment its thumbnail may be taken. */
const LATEST = 300

/**
 * Takes a thumbnail of a live video at the end of every step, and finds the one of a past moment. A stream has no
 * picture yet when its step ends: its first frame is taken as soon as it arrives.
 */
export function useThumbnail(
  slot: VideoSlot,
  video: Readonly<Ref<HTMLVideoElement | null>>,
): { thumbnail: ComputedRef<Thumbnail | null>; onFirstFrame: () => void } {
  const { history, media, playback, frame } = useCall()

  /** Takes the thumbnail of the last checkpoint of a frame when the browser is idle; its call may have ended since. */
  async function take(of: CallFrame) {
    const index = of.checkpoints.at(-1)?.index
    const element = video.value
    if (media === null || element === null || index === undefined || element.videoWidth === 0) return
    try {
      const image = await createImageBitmap(element, { resizeWidth: WIDTH, resizeQuality: 'medium' })
      media.keepThumbnail(slot, { index, image }, of)
    } catch {
      // A stream that ends right now has no frame; the previous thumbnail is used.
    }
  }

  function takeSoon() {
    const of = frame.value
    const wait = () => whenIdle(() => (playback.runningTo.value === null ? void take(of) : later()), LATEST)
    // A run at full speed has no time for thumbnails, and is over soon.
    const later = () => setTimeout(wait, LATEST)
    wait()
  }

  watch(() => history.checkpoints.value.length, takeSoon)

  return {
    thumbnail: computed(() => {
      const { trace, live } = history.view.value
      return live ? null : thumbnailAt(media?.thumbnails.kept.value.get(slot), trace.events.length)
    }),
    onFirstFrame: takeSoon,
  }
}
