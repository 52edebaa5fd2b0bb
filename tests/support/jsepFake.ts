import { fakeStream, fakeTrack } from '../../src/peer/fake/fakeMedia'
import { createFakeNetwork } from '../../src/peer/fake/fakeNetwork'
import type { JsepWorld } from './jsepProbe'

// Node has none; the peer creates one for tracks that arrive without a stream.
if (!('MediaStream' in globalThis)) Object.assign(globalThis, { MediaStream: Object })

/** The world of the probe with fake connections and fake media. */
export function createFakeJsepWorld(): JsepWorld {
  const network = createFakeNetwork()
  return {
    connect: (config) => network.connect(config),
    openMedia({ source }) {
      const tracks = [fakeTrack('audio'), fakeTrack('video')]
      return Promise.resolve({
        stream: Object.assign(fakeStream(), { getTracks: () => tracks }),
        summary: { source, tracks: [] },
        onEnded: () => undefined,
        close: () => undefined,
      })
    },
  }
}
