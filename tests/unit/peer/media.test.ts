import { beforeEach, expect, test, vi } from 'vitest'
import { createPeer } from '../../../src/peer/createPeer'
import { openMedia } from '../../../src/peer/media'
import { createFakePatience } from '../../support/fakeCall'

class FakeTrack extends EventTarget {
  readonly label: string
  readonly stop = vi.fn()

  constructor(readonly kind: string) {
    super()
    this.label = `fake ${kind}`
  }
}

const audio = new FakeTrack('audio')
const video = new FakeTrack('video')
const stream = { getTracks: () => [audio, video] }
const getUserMedia = vi.fn<(constraints: MediaStreamConstraints) => Promise<unknown>>()

beforeEach(() => {
  audio.stop.mockClear()
  video.stop.mockClear()
  getUserMedia.mockReset().mockResolvedValue(stream)
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } })
})

test('the camera is asked for audio and video, and its tracks are named', async () => {
  const media = await openMedia({ source: 'camera', end: 'caller' })
  expect(getUserMedia).toHaveBeenCalledExactlyOnceWith({ audio: true, video: true })
  expect(media.summary).toEqual({
    source: 'camera',
    tracks: [
      { kind: 'audio', label: 'fake audio' },
      { kind: 'video', label: 'fake video' },
    ],
  })
})

test('the browser’s own exception comes out', async () => {
  const refusal = new DOMException('Permission denied', 'NotAllowedError')
  getUserMedia.mockRejectedValue(refusal)
  await expect(openMedia({ source: 'camera', end: 'caller' })).rejects.toBe(refusal)
})

test('an insecure page gives the TypeError that a learner would meet', async () => {
  vi.stubGlobal('navigator', {})
  await expect(openMedia({ source: 'camera', end: 'caller' })).rejects.toThrow(
    new TypeError("Cannot read properties of undefined (reading 'getUserMedia')"),
  )
})

test('a listener hears which track ended, until the media are closed', async () => {
  const media = await openMedia({ source: 'camera', end: 'caller' })
  const listener = vi.fn()
  media.onEnded(listener)
  video.dispatchEvent(new Event('ended'))
  expect(listener).toHaveBeenCalledExactlyOnceWith('video')
  media.close()
  audio.dispatchEvent(new Event('ended'))
  expect(listener).toHaveBeenCalledOnce()
})

test('closing releases both devices', async () => {
  const media = await openMedia({ source: 'camera', end: 'caller' })
  media.close()
  expect(audio.stop).toHaveBeenCalledOnce()
  expect(video.stop).toHaveBeenCalledOnce()
})

test('a peer closed while the prompt is open releases the devices as soon as they are there', async () => {
  let allow: (stream: unknown) => void = () => undefined
  getUserMedia.mockReturnValue(new Promise((resolve) => (allow = resolve)))
  const peer = createPeer({
    end: 'caller',
    connect: () => {
      throw new Error('no connection is made')
    },
    openMedia,
    patience: createFakePatience(),
    onFact: () => undefined,
    onStreams: () => undefined,
  })

  const captured = peer.captureMedia('camera')
  peer.close()
  expect(video.stop).not.toHaveBeenCalled()
  allow(stream)
  await captured
  expect(audio.stop).toHaveBeenCalledOnce()
  expect(video.stop).toHaveBeenCalledOnce()
})

test('a screen is asked for its picture alone, and a refused prompt comes out', async () => {
  const picture = { getTracks: () => [video] }
  const getDisplayMedia = vi.fn<(options: object) => Promise<unknown>>().mockResolvedValueOnce(picture)
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia, getDisplayMedia } })
  const media = await openMedia({ source: 'screen', end: 'caller' })
  expect(getDisplayMedia).toHaveBeenCalledExactlyOnceWith({ video: true })
  expect(media.summary).toEqual({ source: 'screen', tracks: [{ kind: 'video', label: 'fake video' }] })

  const refusal = new DOMException('Permission denied', 'NotAllowedError')
  getDisplayMedia.mockRejectedValueOnce(refusal)
  await expect(openMedia({ source: 'screen', end: 'caller' })).rejects.toBe(refusal)
})
