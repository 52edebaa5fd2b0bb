import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { Devices } from '../peer/media'
import type { RoomCallSession } from './roomCall'

/** What a member changes about its own media during a call. */
export interface MediaControls {
  readonly isMuted: Readonly<ShallowRef<boolean>>
  readonly isVideoOff: Readonly<ShallowRef<boolean>>
  readonly isSharing: Readonly<ShallowRef<boolean>>
  /** A track that is disabled sends silence, or black: nothing is negotiated (Media Capture and Streams §4.3.1). */
  toggle(kind: 'audio' | 'video'): void
  /** Adds the screen as a second video track, or removes it: both need a new offer. */
  toggleScreen(): Promise<void>
  /** Replaces the tracks that are sent by those of other devices, without a new offer (WebRTC §5.2, replaceTrack). */
  useDevices(devices: Devices): Promise<void>
  restartIce(): void
}

const SCREEN = 'screen'

export function createMediaControls(session: RoomCallSession): MediaControls {
  const isMuted = shallowRef(false)
  const isVideoOff = shallowRef(false)
  const isSharing = shallowRef(false)
  const { driver, call, role } = session
  let screen: string | null = null

  const local = () => call.media.streams.value[role].local

  function apply() {
    for (const track of local()?.getTracks() ?? [])
      track.enabled = !(track.kind === 'audio' ? isMuted : isVideoOff).value
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
    toggle(kind) {
      const off = kind === 'audio' ? isMuted : isVideoOff
      off.value = !off.value
      apply()
    },
    toggleScreen: () => (screen === null ? startScreen() : stopScreen()),
    async useDevices(devices) {
      const captured = await driver.run({ call: 'capture', source: 'camera', devices })
      if (captured.state === 'refused') await driver.run({ call: 'capture', source: 'test-pattern' })
      const context = await driver.until(() => true)
      const added = context.bench.operations.filter(({ operation }) => operation.call === 'addTrack')
      for (const { operation, result } of added) {
        const { track } = operation as unknown as { track: { kind: string; media?: string } }
        const { transceiver } = (result ?? {}) as { transceiver?: string }
        if (transceiver !== undefined && track.media === undefined)
          await driver.run({ call: 'sender.replaceTrack', transceiver, track: { kind: track.kind } })
      }
      apply()
    },
    restartIce() {
      void driver.run({ call: 'restartIce' })
    },
  }
}
