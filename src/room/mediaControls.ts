import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { Devices } from '../peer/media'
import type { MediaKind } from '../peer/operations'
import type { MediaState } from './mediaState'
import type { RoomCallSession } from './roomCall'

/** What a member changes about its own media during a call. */
export interface MediaControls {
  readonly isMuted: Readonly<ShallowRef<boolean>>
  readonly isVideoOff: Readonly<ShallowRef<boolean>>
  readonly isSharing: Readonly<ShallowRef<boolean>>
  /** A track that is disabled sends silence: nothing is negotiated (Media Capture and Streams §4.3.1). */
  toggleSound(): void
  /**
   * Off: nothing is sent, and the track of the camera ends, so that its light goes out. On: it is captured again. Neither
   * needs an offer (WebRTC §5.2, replaceTrack).
   */
  togglePicture(): Promise<void>
  /** Adds the screen as a second video track, or removes it: both need a new offer. */
  toggleScreen(): Promise<void>
  /** Sends what another camera or microphone captures, without a new offer; null: the browser chooses one. */
  useDevice(kind: MediaKind, device: string | null): Promise<void>
  restartIce(): void
}

const SCREEN = 'screen'

/** `tell`: called with what is sent, whenever that changes. */
export function createMediaControls(
  session: RoomCallSession,
  tell: (state: MediaState) => void,
): MediaControls {
  const isMuted = shallowRef(false)
  const isVideoOff = shallowRef(false)
  const isSharing = shallowRef(false)
  const { driver, call, role } = session
  let devices: Devices = {}
  let hasCamera = session.camera
  let screen: string | null = null
  let queue: Promise<void> = Promise.resolve()

  /** One change after the other: each ends with what the next one begins with. */
  function inTurn(run: () => Promise<void>): Promise<void> {
    queue = queue.then(run)
    return queue
  }

  const ownTracks = (kind: MediaKind) =>
    call.media.streams.value[role].local?.getTracks().filter((track) => track.kind === kind) ?? []

  function applyMute() {
    for (const track of ownTracks('audio')) track.enabled = !isMuted.value
  }

  function report() {
    tell({ audio: !isMuted.value, video: !isVideoOff.value })
  }

  async function replace(kind: MediaKind, track: { kind: MediaKind } | null) {
    const { bench } = await driver.until(() => true)
    for (const { operation, result } of bench.operations) {
      if (operation.call !== 'addTrack') continue
      const added = operation['track'] as { kind: string; media?: string }
      const { transceiver } = (result ?? {}) as { transceiver?: string }
      if (transceiver !== undefined && added.media === undefined && added.kind === kind)
        await driver.run({ call: 'sender.replaceTrack', transceiver, track })
    }
  }

  async function capture(kind: MediaKind) {
    const isCaptured =
      hasCamera &&
      (await driver.run({ call: 'capture', source: 'camera', only: kind, devices })).state !== 'refused'
    if (!isCaptured) await driver.run({ call: 'capture', source: 'test-pattern', only: kind })
    await replace(kind, { kind })
    applyMute()
    follow(kind)
  }

  /** A device that is unplugged ends its track: another one takes its place. */
  function follow(kind: MediaKind) {
    for (const track of ownTracks(kind))
      track.addEventListener('ended', () => {
        void useDevice(kind, null)
      })
  }
  follow('audio')
  follow('video')

  function useDevice(kind: MediaKind, device: string | null): Promise<void> {
    const { [kind]: _before, ...others } = devices
    devices = device === null ? others : { ...others, [kind]: device }
    hasCamera ||= device !== null
    if (kind === 'video' && isVideoOff.value) return Promise.resolve()
    return inTurn(() => capture(kind))
  }

  async function startScreen() {
    const captured = await driver.run({ call: 'capture', source: 'screen', name: SCREEN })
    // The picker was closed, or the page may not.
    if (captured.state === 'refused') return
    const added = await driver.run({ call: 'addTrack', track: { kind: 'video', media: SCREEN } })
    screen = (added.result as { transceiver?: string } | undefined)?.transceiver ?? null
    isSharing.value = screen !== null
    const track = call.media.streams.value[role].localScreen?.getTracks()[0]
    // The browser has a button of its own that ends it.
    track?.addEventListener('ended', () => {
      void stopScreen()
    })
  }

  async function stopScreen() {
    const transceiver = screen
    if (transceiver === null) return
    screen = null
    isSharing.value = false
    await driver.run({ call: 'removeTrack', transceiver })
    await driver.run({ call: 'release', name: SCREEN })
  }

  return {
    isMuted,
    isVideoOff,
    isSharing,
    toggleSound() {
      isMuted.value = !isMuted.value
      applyMute()
      report()
    },
    togglePicture() {
      const isOff = !isVideoOff.value
      isVideoOff.value = isOff
      report()
      return inTurn(async () => {
        if (isOff) {
          await replace('video', null)
          await driver.run({ call: 'release', kind: 'video' })
        } else await capture('video')
      })
    },
    toggleScreen: () => (screen === null ? startScreen() : stopScreen()),
    useDevice,
    restartIce() {
      void driver.run({ call: 'restartIce' })
    },
  }
}
