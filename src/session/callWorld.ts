import { openBroadcast } from '../../broadcast-signaling/broadcast'
import type { Channel } from '../../broadcast-signaling/channel'
import type { RoomTransport } from '../../broadcast-signaling/room/transport'
import { createMemoryBus } from '../../broadcast-signaling/memory'
import type { Signaling, SignalingOptions } from '../../broadcast-signaling/signaling'
import { has } from '../capabilities/checkBrowser'
import { reportFailure } from '../failures/failures'
import { connect } from '../peer/connect'
import type { PeerOptions } from '../peer/createPeer'
import type { Engine } from './engine'
import { keptPatience } from './keptPatience'
import { afterHydration } from '../browser/hydration'
import { afterPaint, nextFrame } from '../browser/nextFrame'

/** The outside world of a call; tests pass a fake. */
export interface CallWorld {
  /** What runs the ends, or what loads it. While that is under way, a call shows its beginning. */
  engine: Engine | (() => Promise<Engine>)
  openChannel(name: string): Channel
  /** Loads the way to other devices, which joins a room of the relay on the page's own server. */
  loadRelay(): Promise<(room: string) => RoomTransport>
  /** Connects an end with the other one in another way than over a channel of this origin. */
  openSignaling?(options: Omit<SignalingOptions, 'channel'>): Signaling
  connect: PeerOptions['connect']
  openMedia: PeerOptions['openMedia']
  /** Takes the bytes that arrive on data channels; without it they are facts, of which only the size is kept. */
  onBytes?: NonNullable<PeerOptions['onBytes']>
  /** What this browser's ICE agent has shown of its patience so far. */
  patience: PeerOptions['patience']
  /** Web Locks; undefined on insecure pages. */
  locks: LockManager | undefined
  /** Calls back before the next paint. */
  nextFrame(run: () => void): void
  /** Calls back after the next paint. */
  afterPaint(run: () => void): void
}

/** Loaded with the engine: nothing is captured before. */
const loadMedia = () => import('../peer/media')

/** The browser itself. */
export const browser: CallWorld = {
  engine: () =>
    Promise.all([import('./engine'), loadMedia()]).then(
      ([{ engine }]) => engine,
      (error: unknown) => {
        reportFailure(error)
        // The call stays at its beginning: the notice offers to load the page again.
        return new Promise<Engine>(() => undefined)
      },
    ),
  // Both ends are on this page, so where the browser has no BroadcastChannel its in-memory double is enough.
  openChannel: has(globalThis, 'channel') ? openBroadcast : createMemoryBus().open,
  loadRelay: async () => {
    const { openRelayRoom, relayAddress } = await import('../../broadcast-signaling/room/relay')
    return (room) => openRelayRoom({ address: relayAddress(location), room })
  },
  connect,
  openMedia: async (options) => (await loadMedia()).openMedia(options),
  patience: keptPatience,
  get locks() {
    return navigator.locks
  },
  // A page is hydrated with the frame that the build rendered: that of a call in which nothing has arrived yet.
  nextFrame: (run) => {
    afterHydration(() => {
      nextFrame(run)
    })
  },
  afterPaint,
}
