import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { RoomCall } from '../../machines/room/roomContracts'
import type { Script } from '../../machines/script'
import { ROOM_CALLS } from '../../machines/scripts/room'
import { stillSnapshots } from '../../machines/stillSnapshots'
import type { End, StepId } from '../../machines/steps'
import type { CallWorld } from '../session/callWorld'
import { createCall } from '../session/createCall'
import type { Call } from '../session/createCall'
import type { Engine, OwnEnds } from '../session/engine'
import { createDriver, FILES, makeCall } from './roomDriver'
import type { CallContext, Driver } from './roomDriver'
import type { RoomHub } from './roomHub'
import { openRoomSignaling } from './roomSignaling'

/** What a call in a room reports. */
export interface RoomCallEvents {
  onConnected(): void
  onFailed(): void
  /** A text has arrived on one of the two data channels. */
  onText(label: string, text: string): void
  /** Bytes have arrived on the data channel of pictures and files. */
  onBytes(bytes: ArrayBuffer): void
}

/** A call with another member: this member's own end, which the app drives. */
export interface RoomCallSession {
  readonly role: End
  /** Whether the camera may be asked for. */
  readonly camera: boolean
  /** For panels: the log, the evidence and the streams, as in any call. */
  readonly call: Call
  readonly driver: Driver
  /** Sends a text on a data channel once it is open. */
  sendText(label: string, text: string): Promise<void>
  /** Sends bytes on the data channel of files, once little enough waits in its buffer. */
  sendBytes(bytes: ArrayBuffer): Promise<void>
  /** The network of this device has changed: ICE starts again, if it has begun (RFC 9429 §5.2.3.1). */
  repair(): void
  /**
   * The transport was lost and is open again: if the connection has suffered too, this device is on another network,
   * which not every browser reports, so ICE starts again.
   */
  transportBack(): void
  close(): void
}

export interface RoomCallOptions {
  world: CallWorld
  hub: RoomHub
  call: RoomCall
  events: RoomCallEvents
}

/** Milliseconds that the callee leaves to the caller, so that two restarts do not cross. */
const TURN = 3_000

/** Opens this member's end of a call and lets it take all steps. */
export function openRoomCall({
  world,
  hub,
  call: { id, partner, role, camera },
  events,
}: RoomCallOptions): RoomCallSession {
  hub.expect(id, partner)
  let ends: OwnEnds | null = null
  let onReady: (() => void) | null = null
  let isReady = false
  let heard = 0
  let state = 'new'
  let isOver = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** Calls back once the connection exists: candidates that came earlier would be lost with its creation. */
  function whenReady(run: () => void) {
    if (isReady) run()
    else onReady = run
  }

  function follow(context: CallContext) {
    driver.follow(context)
    const { bench, peer } = context
    for (const { channel, data } of bench.received.slice(heard)) {
      const label = bench.channels.find((one) => one.id === channel)?.label
      if (label !== undefined && data !== null) events.onText(label, data)
    }
    heard = bench.received.length
    const now = peer?.connectionState ?? 'new'
    if (now === state || isOver) return
    state = now
    clearTimeout(waiting)
    if (now === 'connected') events.onConnected()
    if (now === 'failed') {
      events.onFailed()
      // Only one end may have seen the failure. Where both restart, one gives way (WebRTC §10.7).
      if (role === 'caller') restartIce()
      else waiting = setTimeout(restartIce, TURN)
    }
  }

  function restartIce() {
    void driver.run({ call: 'restartIce' })
  }

  const script = ROOM_CALLS[role] as Script as Script<StepId>
  const first = stillSnapshots(script, DEFAULT_SETTINGS)[role].context as CallContext
  const driver = createDriver((intent) => {
    call.controls.send(role, intent)
  }, first)
  const call = createCall(
    {
      ...world,
      engine: watched(world.engine, {
        onEnds(made) {
          ends = made
        },
        onContext: follow,
      }),
      openSignaling: (options) => openRoomSignaling(hub, { call: id, partner }, options, whenReady),
      onBytes: (_channel, bytes) => {
        events.onBytes(bytes)
      },
    },
    null,
    script,
  )

  void driver
    .until(({ peer }) => peer !== null)
    .then(() => {
      isReady = true
      onReady?.()
    })
  void makeCall(driver, { role, camera })

  const channelWith = (label: string) => (context: CallContext) =>
    context.bench.channels.find((one) => one.label === label && one.readyState === 'open')

  async function openChannel(label: string): Promise<string> {
    const context = await driver.until((now) => channelWith(label)(now) !== undefined)
    return channelWith(label)(context)?.id ?? ''
  }

  return {
    role,
    camera,
    call,
    driver,
    async sendText(label, text) {
      const channel = await openChannel(label)
      await driver.run({ call: 'channel.send', channel, data: text })
    },
    async sendBytes(bytes) {
      const channel = await openChannel(FILES)
      await ends?.get(role)?.peer.sendBytes(channel, bytes)
    },
    repair() {
      if (!isOver && state !== 'new') restartIce()
    },
    transportBack() {
      if (!isOver && (state === 'disconnected' || state === 'failed')) restartIce()
    },
    close() {
      isOver = true
      clearTimeout(waiting)
      call.close()
    },
  }
}

interface Watch {
  onEnds(ends: OwnEnds): void
  onContext(context: CallContext): void
}

/** An engine that also reports what an end knows after each event: frames come too late, and not in the background. */
function watched(engine: CallWorld['engine'], watch: Watch): CallWorld['engine'] {
  const around = (loaded: Engine): Engine => ({
    ...loaded,
    createOwnEnds(world, news) {
      const ends = loaded.createOwnEnds(world, {
        ...news,
        onEvent(end, event, snapshot) {
          news.onEvent(end, event, snapshot)
          watch.onContext(snapshot.context as CallContext)
        },
      })
      watch.onEnds(ends)
      return ends
    },
  })
  return typeof engine === 'function' ? () => engine().then(around) : around(engine)
}
