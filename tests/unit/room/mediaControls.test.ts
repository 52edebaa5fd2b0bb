import { afterEach, expect, test } from 'vitest'
import { createMediaControls } from '../../../src/room/mediaControls'
import { callTwo, eventually, openTestRoom } from '../../support/roomCall'

let close = () => undefined as unknown

afterEach(() => {
  close()
})

async function inCall() {
  const opened = openTestRoom()
  close = opened.close
  const [ming, lin] = [opened.join('Ming'), opened.join('Lin')]
  await callTwo(ming, lin, 'Lin')
  const session = ming.room.session.value!
  const controls = createMediaControls(session, ming.room.tellMedia)
  const local = () => session.call.media.streams.value[session.role].local!
  return {
    ming,
    lin,
    controls,
    local,
    track: (kind: 'audio' | 'video') =>
      local()
        .getTracks()
        .find((one) => one.kind === kind),
    operations: () =>
      ming
        .end()
        .bench.operations.slice(8)
        .map(({ operation: { call, ...fields } }) => ({ call, ...fields })),
    /** What Lin is told of Ming's devices. */
    told: () => lin.room.view.value.context.call?.partnerSends,
  }
}

test('without a picture the camera is released, nothing is negotiated, and the other end is told', async () => {
  const { controls, track, operations, told, ming } = await inCall()
  const [camera, microphone] = [track('video')!, track('audio')!]
  await controls.togglePicture()
  expect(camera.readyState).toBe('ended')
  expect(track('video')).toBeUndefined()
  expect(track('audio')).toBe(microphone)
  expect(microphone.readyState).toBe('live')
  expect(operations().filter(({ call }) => call !== 'channel.send')).toEqual([
    { call: 'sender.replaceTrack', transceiver: expect.any(String) as string, track: null },
    { call: 'release', kind: 'video' },
  ])
  expect(ming.end().peer?.signalingState).toBe('stable')
  await eventually(
    () => told()?.video === false,
    () => JSON.stringify(told()),
  )
  expect(told()).toEqual({ audio: true, video: false })
})

test('with the picture on again only the camera is captured anew', async () => {
  const { controls, track, operations, told } = await inCall()
  const [camera, microphone] = [track('video'), track('audio')]
  await controls.togglePicture()
  await controls.togglePicture()
  expect(track('audio')).toBe(microphone)
  expect(track('video')?.readyState).toBe('live')
  expect(track('video')).not.toBe(camera)
  expect(
    operations()
      .filter(({ call }) => call !== 'channel.send')
      .slice(2),
  ).toEqual([
    { call: 'capture', source: 'camera', only: 'video', devices: {} },
    { call: 'sender.replaceTrack', transceiver: expect.any(String) as string, track: { kind: 'video' } },
  ])
  await eventually(
    () => told()?.video === true,
    () => JSON.stringify(told()),
  )
})

test('many presses end as the last one says', async () => {
  const { controls, track } = await inCall()
  const presses = Array.from({ length: 5 }, () => controls.togglePicture())
  await Promise.all(presses)
  expect(controls.isVideoOff.value).toBe(true)
  expect(track('video')).toBeUndefined()
})

test('another microphone takes its place, stays muted, and leaves the camera alone', async () => {
  const { controls, track, operations, told } = await inCall()
  const [camera, microphone] = [track('video'), track('audio')]
  controls.toggleSound()
  await controls.useDevice('audio', 'headset')
  expect(track('video')).toBe(camera)
  expect(track('audio')).not.toBe(microphone)
  expect(track('audio')?.enabled).toBe(false)
  expect(operations()).toContainEqual({
    call: 'capture',
    source: 'camera',
    only: 'audio',
    devices: { audio: 'headset' },
  })
  await eventually(
    () => told()?.audio === false,
    () => JSON.stringify(told()),
  )
})

test('a camera chosen while the picture is off is used once it is on', async () => {
  const { controls, track, operations } = await inCall()
  await controls.togglePicture()
  await controls.useDevice('video', 'other-camera')
  expect(track('video')).toBeUndefined()
  await controls.togglePicture()
  expect(operations()).toContainEqual({
    call: 'capture',
    source: 'camera',
    only: 'video',
    devices: { video: 'other-camera' },
  })
})

test('a device that is unplugged is replaced; without any the test pattern is sent', async () => {
  const { controls, track, ming } = await inCall()
  const camera = track('video')!
  ming.refuseMedia(new DOMException('no camera', 'NotFoundError'))
  camera.dispatchEvent(new Event('ended'))
  await eventually(
    () => track('video') !== undefined && track('video') !== camera,
    () => 'no other picture',
  )
  await eventually(
    () => ming.end().media?.source === 'test-pattern',
    () => JSON.stringify(ming.end().media),
  )
  expect(controls.isVideoOff.value).toBe(false)
})
