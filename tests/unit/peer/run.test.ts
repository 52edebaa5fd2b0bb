import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createPeer } from '../../../src/peer/createPeer'
import type { PortFact } from '../../../src/peer/portFacts'
import { createFakeNetwork } from '../../../src/peer/fake/fakeNetwork'
import type { PeerOperation } from '../../../src/peer/operations'
import type { PeerPort } from '../../../src/peer/port'
import { createFakePatience } from '../../support/fakeCall'
import { createFakeJsepWorld } from '../../support/jsepFake'

const TRACK = { call: 'addTrack', track: { kind: 'audio' } } as const
const FIRST = 'transceiver-0'

let network: ReturnType<typeof createFakeNetwork>
let facts: PortFact[]
let peer: PeerPort

function openPeer(onFact: (fact: PortFact) => void = () => undefined) {
  return createPeer({
    end: 'caller',
    connect: network.connect,
    openMedia: createFakeJsepWorld().openMedia,
    patience: createFakePatience(),
    onFact,
    onStreams: () => undefined,
  })
}

beforeEach(async () => {
  network = createFakeNetwork()
  facts = []
  peer = openPeer((fact) => facts.push(fact))
  await peer.captureMedia('test-pattern')
  await peer.run({ call: 'create', configuration: {} })
})

/** Causes of the status reports since a fact. */
const causes = (from = 0) =>
  facts.slice(from).flatMap((fact) => (fact.type === 'pc.changed' ? [fact.cause] : []))

/** An offer with one audio section from another end, and that end. */
async function offerOf() {
  const other = openPeer()
  await other.run({ call: 'create', configuration: {} })
  await other.run({ call: 'addTransceiver', track: 'audio' })
  return { other, offer: await other.run({ call: 'createOffer' }) }
}

describe('what an operation gives', () => {
  it('is plain JSON, with ids for what the browser has made', async () => {
    const added = await peer.run(TRACK)
    const made = await peer.run({ call: 'addTransceiver', track: 'video', direction: 'recvonly' })
    const channel = await peer.run({ call: 'createDataChannel', label: 'chat' })
    const offer = await peer.run({ call: 'createOffer' })
    expect(added).toEqual({ transceiver: FIRST })
    expect(made).toEqual({ transceiver: 'transceiver-1' })
    expect(channel).toEqual({ channel: 'channel-0' })
    expect(offer.type).toBe('offer')
    expect(offer.sdp.match(/^m=\w+/gm)).toEqual(['m=audio', 'm=video', 'm=application'])
    expect(await peer.run({ call: 'getTransceivers' })).toEqual([
      { id: FIRST, mid: null, kind: 'audio', direction: 'sendrecv', currentDirection: null, isSending: true },
      {
        id: 'transceiver-1',
        mid: null,
        kind: 'video',
        direction: 'recvonly',
        currentDirection: null,
        isSending: false,
      },
    ])
  })

  it('is the local description as it stands: null after a rollback', async () => {
    await peer.run(TRACK)
    expect(await peer.run({ call: 'setLocalDescription' })).toMatchObject({ type: 'offer' })
    expect(await peer.run({ call: 'setLocalDescription', description: { type: 'rollback' } })).toBeNull()
    expect(facts).toContainEqual(
      expect.objectContaining({
        type: 'pc.changed',
        status: expect.objectContaining({
          signalingState: 'stable',
          pendingLocalDescription: null,
        }) as unknown,
      }),
    )
  })

  it('keeps a provisional answer as one, and reports it', async () => {
    const { offer } = await offerOf()
    await peer.run({ call: 'setRemoteDescription', description: offer })
    const { sdp } = await peer.run({ call: 'createAnswer' })
    const from = facts.length
    const description = { type: 'pranswer', sdp } as const
    expect(await peer.run({ call: 'setLocalDescription', description })).toEqual(description)
    const told = facts.slice(from)
    expect(told).toContainEqual(
      expect.objectContaining({
        status: expect.objectContaining({ pendingLocalDescription: description }) as unknown,
      }),
    )
  })
})

describe('operations that are run in a row', () => {
  it('are calls in a row: a candidate waits for the description before it', async () => {
    const { offer } = await offerOf()
    const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.1 5000 typ host', sdpMid: '0' }
    const early = peer.run({ call: 'addIceCandidate', candidate })
    const setting = peer.run({ call: 'setRemoteDescription', description: offer })
    const late = peer.run({ call: 'addIceCandidate', candidate })
    await expect(early).rejects.toMatchObject({ name: 'InvalidStateError' })
    await expect(Promise.all([setting, late])).resolves.toEqual([undefined, undefined])
  })

  it('change the status once where the calls return at once', async () => {
    const from = facts.length
    await Promise.all([peer.run(TRACK), peer.run({ call: 'addTrack', track: { kind: 'video' } })])
    expect(causes(from)).toEqual(['addTrack()'])
  })
})

describe('an operation is refused', () => {
  it('with an InvalidStateError before there is a connection', async () => {
    await expect(openPeer().run({ call: 'createOffer' })).rejects.toMatchObject({ name: 'InvalidStateError' })
  })

  it.each<PeerOperation>([
    { call: 'transceiver.stop', transceiver: FIRST },
    { call: 'removeTrack', transceiver: 'transceiver-7' },
    { call: 'channel.send', channel: 'channel-0', data: '' },
    { call: 'addTrack', track: { kind: 'audio', media: 'screen' } },
  ])('with a NotFoundError where nothing has that name: %o', async (operation) => {
    await expect(peer.run(operation)).rejects.toMatchObject({ name: 'NotFoundError' })
  })

  it('by the browser itself once the connection is closed, whose peer is not', async () => {
    await peer.run({ call: 'close' })
    await expect(peer.run({ call: 'createOffer' })).rejects.toThrow("signalingState is 'closed'")
    expect(causes()).toContain('close()')
    await peer.run({ call: 'create', configuration: {} })
    await expect(peer.run({ call: 'createOffer' })).resolves.toMatchObject({ type: 'offer' })
  })
})

it('operations that are pending when the peer closes never settle, nor do later ones', async () => {
  const settled = vi.fn()
  const pending = peer.run({ call: 'createOffer' })
  peer.close()
  for (const promise of [pending, peer.run({ call: 'createOffer' }), peer.run({ call: 'close' })])
    promise.then(settled, settled)
  await new Promise((resolve) => setTimeout(resolve))
  expect(settled).not.toHaveBeenCalled()
})

it('a capture with a name of its own stands beside the first, whose track it can replace', async () => {
  await peer.captureMedia('test-pattern', 'screen')
  expect(peer.captured()).toEqual([
    { kind: 'audio' },
    { kind: 'video' },
    { kind: 'audio', media: 'screen' },
    { kind: 'video', media: 'screen' },
  ])
  const { transceiver } = await peer.run({ call: 'addTrack', track: { kind: 'video' } })
  const screen = { kind: 'video', media: 'screen' } as const
  await peer.run({ call: 'sender.replaceTrack', transceiver, track: screen })
  // The first is free again; the second has a sender.
  await expect(peer.run({ call: 'addTrack', track: screen })).rejects.toMatchObject({
    name: 'InvalidAccessError',
  })
  await expect(peer.run({ call: 'addTrack', track: { kind: 'video' } })).resolves.toEqual({
    transceiver: 'transceiver-1',
  })
})

it('ids begin anew with a new connection', async () => {
  await peer.run(TRACK)
  await peer.run({ call: 'create', configuration: {} })
  await expect(peer.run({ call: 'transceiver.stop', transceiver: FIRST })).rejects.toMatchObject({
    name: 'NotFoundError',
  })
})
