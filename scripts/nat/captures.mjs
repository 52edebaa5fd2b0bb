// The places where the packets of a call are captured: inside and outside both NATs.

import { join } from 'node:path'
import { startCapture } from './capture.mjs'
import { PUBLIC, SECOND, SIDES, within } from './network.mjs'

/** @import { PlaceName } from './choosePackets.mjs' */
/** @import { Frame } from './pcap.mjs' */
/** @typedef {{ place: PlaceName, space: string, device: string }} CapturePlace */

/** The interface of the public network to which a NAT is connected. */
const portOf = (/** @type {string} */ wan) => `port-${wan.split('.').at(-1)}`

/** Where packets are captured: at both ends, and outside both NATs. @type {CapturePlace[]} */
export const PLACES = [
  { place: 'caller', space: SIDES.caller.space, device: 'eth0' },
  { place: 'callee', space: SIDES.callee.space, device: 'eth0' },
  { place: 'caller-nat', space: PUBLIC, device: portOf(SIDES.caller.wan) },
  { place: 'callee-nat', space: PUBLIC, device: portOf(SIDES.callee.wan) },
]
/** Where the caller is after it moved. @type {CapturePlace[]} */
export const SECOND_PLACES = [
  { place: 'caller', space: SIDES.caller.space, device: 'eth1' },
  { place: 'caller-nat', space: PUBLIC, device: portOf(SECOND.wan) },
]

/** Captures at several places; `frames` stops and returns what each place saw. */
export function createCaptures(/** @type {string} */ folder, /** @type {string} */ executable) {
  /** @type {{ place: PlaceName, capture: Awaited<ReturnType<typeof startCapture>> }[]} */
  const running = []
  return {
    async start(/** @type {CapturePlace[]} */ places) {
      const started = await Promise.all(
        places.map(async ({ place, space, device }) => ({
          place,
          capture: await startCapture({
            executable,
            within: within(space),
            device,
            path: join(folder, `${place}-${device}.pcap`),
          }),
        })),
      )
      running.push(...started)
    },
    async frames() {
      const all = await Promise.all(
        running.map(async ({ place, capture }) => ({ place, frames: await capture.stop() })),
      )
      /** @type {Partial<Record<PlaceName, Frame[]>>} */
      const byPlace = {}
      for (const { place, frames } of all) byPlace[place] = [...(byPlace[place] ?? []), ...frames]
      return byPlace
    },
    cancel: () => Promise.all(running.map(({ capture }) => capture.cancel())),
  }
}
