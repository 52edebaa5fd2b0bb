import { openBroadcast } from '../../broadcast-signaling/broadcast'
import type { Channel } from '../../broadcast-signaling/channel'
import { createMemoryBus } from '../../broadcast-signaling/memory'
import { has } from '../capabilities/checkBrowser'
import { connect } from '../peer/connect'
import type { PeerOptions } from '../peer/createPeer'
import { openMedia } from '../peer/media'
import { keptPatience } from './keptPatience'
import { afterPaint, nextFrame } from '../browser/nextFrame'

/** What the outside world is; tests give a faked one. */
export interface CallWorld {
  openChannel(name: string): Channel
  connect: PeerOptions['connect']
  openMedia: PeerOptions['openMedia']
  /** What this browser's ICE has shown of its patience so far. */
  patience: PeerOptions['patience']
  /** Web Locks; undefined on insecure pages. */
  locks: LockManager | undefined
  /** Calls back before the next paint. */
  nextFrame(run: () => void): void
  /** Calls back after the next paint. */
  afterPaint(run: () => void): void
}

/** The browser itself. */
export const browser: CallWorld = {
  // Both ends are on this page: without the browser's channel its memory serves.
  openChannel: has(globalThis, 'channel') ? openBroadcast : createMemoryBus().open,
  connect,
  openMedia,
  patience: keptPatience,
  get locks() {
    return navigator.locks
  },
  nextFrame,
  afterPaint,
}
