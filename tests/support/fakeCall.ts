import { createMemoryBus } from '../../broadcast-signaling/memory'
import { createMemoryRooms } from '../../broadcast-signaling/room/memory'
import type { Patience } from '../../machines/contracts'
import { createCall } from '../../src/session/createCall'
import type { CallView } from '../../src/session/callView'
import type { Call } from '../../src/session/createCall'
import type { CallWorld } from '../../src/session/callWorld'
import { engine } from '../../src/session/engine'
import { fakeStreamOf, fakeTrack } from '../../src/peer/fake/fakeMedia'
import { createFakeNetwork } from '../../src/peer/fake/fakeNetwork'
import type { FakeNetwork } from '../../src/peer/fake/fakeNetwork'
import type { Media, openMedia } from '../../src/peer/media'
import type { PatienceMemory } from '../../src/peer/patience'
import { vi } from 'vitest'
import { createFakeLocks } from './fakeLocks'

export interface FakeCall {
  call: Call
  network: FakeNetwork
  /** The next capture is refused with this exception. */
  refuseMedia(problem: DOMException | null): void
}

/** A memory of ICE patience that is empty at first. */
export function createFakePatience(): PatienceMemory {
  let known: Patience = 'unknown'
  return {
    read: () => known,
    keep: (patience) => {
      known = patience
    },
  }
}

/** A fake browser: fake peers, fake media, in-memory channels. Several calls may share it. */
export function createFakeWorld(network = createFakeNetwork()) {
  const bus = createMemoryBus()
  const rooms = createMemoryRooms()
  let refusal: DOMException | null = null

  const openFakeMedia: typeof openMedia = ({ source, only }) => {
    if (refusal !== null && source === 'camera') return Promise.reject(refusal)
    const kinds = (['audio', 'video'] as const).filter((kind) => only === undefined || kind === only)
    const tracks = kinds.map(fakeTrack)
    const media: Media = {
      stream: fakeStreamOf(tracks),
      summary: { source, tracks: tracks.map(({ kind, label }) => ({ kind, label })) },
      onEnded: () => undefined,
      close: () => undefined,
    }
    return Promise.resolve(media)
  }

  const world: CallWorld = {
    engine,
    openChannel: (name) => bus.open(name),
    loadRelay: () => Promise.resolve((room) => rooms.open(room)),
    connect: (config) => network.connect(config),
    openMedia: openFakeMedia,
    patience: createFakePatience(),
    locks: createFakeLocks(),
    nextFrame: (run) => run(),
    afterPaint: (run) => run(),
  }
  return {
    world,
    network,
    refuseMedia: (problem: DOMException | null) => {
      refusal = problem
    },
  }
}

/** A whole call behind the same ports as the browser's. */
export function createFakeCall(network = createFakeNetwork()): FakeCall {
  const { world, ...rest } = createFakeWorld(network)
  return { call: createCall(world), ...rest }
}

/** Waits until a call's view meets a condition; if it never does, fails with the turn of the last view. */
export async function until(call: Call, condition: (view: CallView) => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!condition(call.history.view.value))
        throw new Error(`still at ${JSON.stringify(call.history.view.value.turn)}`)
    },
    { interval: 1, timeout: 3_000 },
  )
}

/** Runs one action and waits until it has settled. */
export async function runStep(call: Call): Promise<void> {
  const { step } = call.history.view.value.turn
  if (step === null) throw new Error('no step is left')
  await until(call, ({ turn }) => turn.tag === 'ready')
  call.playback.next()
  await until(call, ({ statuses }) => statuses[step] === 'done')
}
