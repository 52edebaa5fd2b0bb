import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createFakeConnection } from '../../../src/peer/fake/fakeConnection'
import { readFakeSdp, sectionOf, writeFakeSdp } from '../../../src/peer/fake/fakeSdp'
import { createFakeNetwork } from '../../../src/peer/fake/fakeNetwork'
import { createFakeJsepWorld } from '../../support/jsepFake'
import { JSEP_STATES, probeJsep } from '../../support/jsepProbe'
import { playScene } from '../../support/peerScenes'

const open = () => createFakeConnection({ config: {}, id: 0, onChange: () => undefined }).pc

/** Everything that offer/answer changes: the state, the slots, and each transceiver. */
const seen = (pc: RTCPeerConnection) =>
  JSON.stringify([
    pc.signalingState,
    pc.pendingLocalDescription,
    pc.currentLocalDescription,
    pc.pendingRemoteDescription,
    pc.currentRemoteDescription,
    pc.getTransceivers().map(({ mid, direction, currentDirection }) => [mid, direction, currentDirection]),
  ])

const SDP = writeFakeSdp('other', 1, 'actpass', [sectionOf('audio', '0'), sectionOf('application', '1')])
const TYPES = ['offer', 'answer', 'pranswer', 'rollback'] as const
const call = fc.oneof(
  fc.constantFrom('createOffer' as const, 'createAnswer' as const).map((method) => ({ method })),
  fc.record({ method: fc.constant('setLocal' as const), type: fc.constantFrom(...TYPES, undefined) }),
  fc.record({ method: fc.constant('setRemote' as const), type: fc.constantFrom(...TYPES) }),
)

it('keeps the invariants of JSEP over any calls: pending slots, and nothing changed by what is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 12 }), async (calls) => {
      const pc = open()
      pc.addTransceiver('audio')
      pc.createDataChannel('chat')
      for (const one of calls) {
        const before = seen(pc)
        let isRefused = false
        try {
          if (one.method === 'setLocal') await pc.setLocalDescription(one.type && { type: one.type })
          else if (one.method === 'setRemote') await pc.setRemoteDescription({ type: one.type, sdp: SDP })
          else await pc[one.method]()
        } catch (error) {
          expect((error as DOMException).name).toBe('InvalidStateError')
          isRefused = true
        }
        if (isRefused || one.method.startsWith('create')) expect(seen(pc)).toBe(before)
        const { pendingLocalDescription: local, pendingRemoteDescription: remote } = pc
        expect(pc.signalingState === 'stable').toBe(local === null && remote === null)
        if (pc.signalingState === 'have-local-pranswer')
          expect([local?.type, remote?.type]).toEqual(['pranswer', 'offer'])
        if (pc.signalingState === 'have-remote-pranswer')
          expect([local?.type, remote?.type]).toEqual(['offer', 'pranswer'])
      }
    }),
  )
})

it('reads back the sections it wrote', () => {
  const section = fc
    .record({
      kind: fc.constantFrom('audio', 'video'),
      direction: fc.constantFrom('sendrecv', 'sendonly', 'recvonly', 'inactive'),
      isRejected: fc.boolean(),
      hasStream: fc.boolean(),
    })
    .map(({ kind, ...fields }) => sectionOf(kind, '0', fields))
  fc.assert(
    fc.property(fc.array(section), (sections) => {
      expect(readFakeSdp(writeFakeSdp('u', 1, 'active', sections))).toEqual({
        ufrag: sections.length > 0 ? 'u' : '',
        sections,
      })
    }),
  )
})

it('reads any text without throwing', () => {
  fc.assert(fc.property(fc.string(), (text) => void readFakeSdp(text)))
})

it.each(JSEP_STATES)('gets into the state that the browser tests try operations in: %s', async (state) => {
  expect(await probeJsep(createFakeJsepWorld(), state, 'createOffer()')).toHaveProperty('signalingState')
})

it('opens a data channel at both ends, and closes it once at each', async () => {
  const lines = await playScene(createFakeJsepWorld(), 'a data channel')
  expect(lines.filter((line) => line.includes('channel-0'))).toEqual([
    'caller: channel-0 open: chat 1 open',
    'caller: channel-0 brought bye (3)',
    'caller: channel-0 close: chat 1 closed',
    'callee: channel-0 came: chat 1 open',
    'callee: channel-0 open: chat 1 open',
    'callee: channel-0 brought hello 你好 (12)',
    'callee: channel-0 close: chat 1 closed',
  ])
})

it('fires negotiationneeded once for many changes, and not for those that a description has taken up', async () => {
  const pc = open()
  let count = 0
  pc.addEventListener('negotiationneeded', () => (count += 1))
  pc.addTransceiver('audio')
  pc.addTransceiver('video')
  pc.createDataChannel('chat')
  await Promise.resolve()
  expect(count).toBe(1)

  const quick = open()
  quick.addEventListener('negotiationneeded', () => (count += 1))
  quick.addTransceiver('audio')
  await quick.setLocalDescription()
  await new Promise((resolve) => setTimeout(resolve))
  expect(count).toBe(1)
})

it('restarts ICE with the next offer, not before: new user fragments at both ends, the sections stay', async () => {
  const network = createFakeNetwork()
  const caller = network.connect()
  const callee = network.connect()
  const negotiate = async () => {
    await caller.setLocalDescription()
    await callee.setRemoteDescription(caller.localDescription as RTCSessionDescription)
    await callee.setLocalDescription()
    await caller.setRemoteDescription(callee.localDescription as RTCSessionDescription)
    return [caller, callee].map(({ localDescription }) => readFakeSdp(localDescription?.sdp ?? ''))
  }
  caller.addTransceiver('audio')
  const before = await negotiate()
  caller.restartIce()
  expect(readFakeSdp(caller.localDescription?.sdp ?? '').ufrag).toBe(before[0]?.ufrag)
  const after = await negotiate()
  expect(after.map(({ ufrag }) => ufrag)).not.toContain(before[0]?.ufrag)
  expect(after.map(({ ufrag }) => ufrag)).not.toContain(before[1]?.ufrag)
  expect(after.map(({ sections }) => sections)).toEqual(before.map(({ sections }) => sections))
})
