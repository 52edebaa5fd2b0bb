import { afterEach, describe, expect, it, vi } from 'vitest'
import { addCaptured, create } from '../../../src/session/stepOperations'
import { createPeer } from '../../../src/peer/createPeer'
import { createFakeConnection } from '../../../src/peer/fake/fakeConnection'
import { fakeTrack } from '../../../src/peer/fake/fakeMedia'
import type { Media } from '../../../src/peer/media'
import type { PeerStreams } from '../../../src/peer/port'
import { createFakePatience } from '../../support/fakeCall'

const CONFIG = { iceServers: [], relayOnly: false }

class FakeStream {
  constructor(readonly tracks: readonly MediaStreamTrack[]) {}
  getTracks() {
    return [...this.tracks]
  }
}

/** A peer with one fake connection, and what it captured and sends. */
function openPeer() {
  const { pc } = createFakeConnection({ config: {}, id: 0, onChange: () => undefined })
  const captured: MediaStreamTrack[][] = []
  let refusal: DOMException | null = null
  let streams: PeerStreams = { local: null, remote: null }

  const peer = createPeer({
    end: 'callee',
    connect: () => pc,
    openMedia: ({ source }) => {
      if (refusal !== null) return Promise.reject(refusal)
      const tracks = [fakeTrack('audio'), fakeTrack('video')]
      captured.push(tracks)
      const media: Media = {
        stream: new FakeStream(tracks) as unknown as MediaStream,
        summary: { source, tracks: [] },
        onEnded: () => undefined,
        close: () => undefined,
      }
      return Promise.resolve(media)
    },
    patience: createFakePatience(),
    onFact: () => undefined,
    onStreams: (now) => {
      streams = now
    },
  })

  return {
    peer,
    pc,
    captured,
    streams: () => streams,
    refuse: (problem: DOMException | null) => {
      refusal = problem
    },
    sent: () => pc.getSenders().flatMap(({ track }) => (track === null ? [] : [track])),
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a capture that is tried again', () => {
  it('leaves nothing of the one before where it is refused: its tracks have ended', async () => {
    const { peer, refuse, streams, sent } = openPeer()
    await peer.captureMedia('test-pattern')
    expect(streams().local).not.toBeNull()
    refuse(new DOMException('Permission denied', 'NotAllowedError'))
    await expect(peer.captureMedia('camera')).rejects.toThrow('Permission denied')
    expect(streams().local).toBeNull()
    await create(peer, CONFIG)
    await addCaptured(peer)
    expect(sent()).toEqual([])
  })

  it('sends each new track once, and none of an attempt that got half way', async () => {
    const { peer, pc, captured, sent } = openPeer()
    await create(peer, CONFIG)
    await peer.captureMedia('camera')
    const add = pc.addTrack.bind(pc)
    let calls = 0
    pc.addTrack = (...args) => {
      calls += 1
      if (calls === 2) throw new DOMException('not now', 'InvalidStateError')
      return add(...args)
    }
    await expect(addCaptured(peer)).rejects.toThrow('not now')
    await peer.captureMedia('camera')
    await addCaptured(peer)
    expect(sent()).toEqual(captured[1])
    expect(pc.getTransceivers()).toHaveLength(2)
  })
})

describe('tracks without a stream', () => {
  it('are shown together, whichever came first', async () => {
    vi.stubGlobal('MediaStream', FakeStream)
    const { peer, pc, streams } = openPeer()
    await create(peer, CONFIG)
    const tracks = [fakeTrack('audio'), fakeTrack('video')]
    for (const track of tracks)
      pc.dispatchEvent(Object.assign(new Event('track'), { track, streams: [], receiver: { track } }))
    expect(streams().remote?.getTracks()).toEqual(tracks)
  })
})
