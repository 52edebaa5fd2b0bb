import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, shallowRef } from 'vue'
import { useThumbnail } from '../../../../src/features/peers/useThumbnail'
import { CALL } from '../../../../src/session/callSession'
import { createCall } from '../../../../src/session/createCall'
import { createFakeWorld } from '../../../support/fakeCall'

/** A call whose page draws only when the test says so, and a video of it whose pictures the test takes. */
function openVideo() {
  const frames: (() => void)[] = []
  const call = createCall({ ...createFakeWorld().world, nextFrame: (run) => frames.push(run) })
  const draw = () => {
    for (const run of frames.splice(0)) run()
  }
  draw()
  const video = shallowRef({ videoWidth: 640 } as HTMLVideoElement)
  let onFirstFrame: () => void = () => undefined
  const component = defineComponent({
    setup() {
      onFirstFrame = useThumbnail('caller.local', video).onFirstFrame
      return () => null
    },
  })
  mount(component, { global: { provide: { [CALL as symbol]: call } } })
  return {
    draw,
    restart: () => {
      call.playback.restart()
    },
    onFirstFrame: () => {
      onFirstFrame()
    },
    kept: () => call.media.thumbnails.kept.value.get('caller.local') ?? [],
  }
}

const taken: { image: ImageBitmap; ready: () => void }[] = []

beforeEach(() => {
  taken.length = 0
  vi.stubGlobal('requestIdleCallback', (run: () => void) => {
    run()
  })
  vi.stubGlobal('createImageBitmap', () => {
    const image = { close: vi.fn() } as unknown as ImageBitmap
    return new Promise((resolve) => {
      taken.push({
        image,
        ready: () => {
          resolve(image)
        },
      })
    })
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

test('a first frame is kept as the thumbnail of the newest checkpoint', async () => {
  const { onFirstFrame, kept } = openVideo()
  onFirstFrame()
  taken[0]?.ready()
  await flushPromises()
  expect(kept()).toEqual([{ index: 0, image: taken[0]?.image }])
})

test.each(['before the restart', 'after it, before the page has drawn it'])(
  'a picture that is taken %s is none of the next call',
  async (when) => {
    const { restart, draw, onFirstFrame, kept } = openVideo()
    if (when === 'before the restart') onFirstFrame()
    restart()
    if (when !== 'before the restart') onFirstFrame()
    taken[0]?.ready()
    await flushPromises()
    draw()
    expect(taken).toHaveLength(1)
    expect(kept()).toEqual([])
    expect(taken[0]?.image.close).toHaveBeenCalledOnce()
  },
)
