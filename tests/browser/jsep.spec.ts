import { expect, test } from '@playwright/test'
import { fakeTrack } from '../../src/peer/fake/fakeConnection'
import { createFakeNetwork } from '../../src/peer/fake/fakeNetwork'
import type { JsepOperation, JsepOutcome, JsepState } from '../support/jsepProbe'
import { JSEP_OPERATIONS, JSEP_STATES, probeJsep } from '../support/jsepProbe'

/*
 * The fake peer that the fast tests trust, against the browser itself, cell by cell. Where a browser is known to
 * leave webrtc-pc, its own outcome stands here, so that the day it changes is seen.
 */

type Cell = `${JsepOperation} in ${JsepState}`
const DEVIATIONS: Record<string, Partial<Record<Cell, Partial<JsepOutcome>>>> = {
  chromium: {
    // A pranswer without text is applied as a final answer.
    'setLocal(pranswer) in have-remote-offer': { signalingState: 'stable', slots: '– answer – offer' },
    // The end of candidates is taken at any time.
    'addIceCandidate() in stable': { error: null },
    'addIceCandidate() in have-local-offer': { error: null },
  },
  firefox: {
    // pranswer is not implemented.
    'setLocal(pranswer) in stable': { error: 'NotSupportedError' },
    'setLocal(pranswer) in have-local-offer': { error: 'NotSupportedError' },
    'setLocal(pranswer) in have-remote-offer': {
      error: 'NotSupportedError',
      signalingState: 'have-remote-offer',
      slots: '– – offer –',
    },
    'setLocal(pranswer) in closed': { error: 'NotSupportedError' },
    'setRemote(pranswer) in stable': { error: 'NotSupportedError' },
    'setRemote(pranswer) in have-local-offer': {
      error: 'NotSupportedError',
      signalingState: 'have-local-offer',
      slots: 'offer – – –',
    },
    'setRemote(pranswer) in have-remote-offer': { error: 'NotSupportedError' },
    'setRemote(pranswer) in closed': { error: 'NotSupportedError' },
    // Only the side that set an offer may roll it back.
    'setLocal(rollback) in have-remote-offer': {
      error: 'InvalidStateError',
      signalingState: 'have-remote-offer',
      slots: '– – offer –',
    },
    'setRemote(rollback) in have-local-offer': {
      error: 'InvalidStateError',
      signalingState: 'have-local-offer',
      slots: 'offer – – –',
    },
  },
}

const FIREFOX_UNREACHABLE: readonly JsepState[] = ['have-local-pranswer', 'have-remote-pranswer']

function probeFake(state: JsepState, operation: JsepOperation) {
  const network = createFakeNetwork()
  const addMedia = (pc: RTCPeerConnection) => void pc.addTrack(fakeTrack('audio'))
  return probeJsep(() => network.connect(), addMedia, state, operation)
}

for (const state of JSEP_STATES) {
  test(`the fake peer does what the browser does in ${state} @engine`, async ({ page, browserName }) => {
    await page.goto('404.html')
    for (const operation of JSEP_OPERATIONS) {
      const fake = await probeFake(state, operation)
      const real = await page.evaluate<JsepOutcome | 'unreachable'>(
        `(${probeJsep.toString()})(() => new RTCPeerConnection(), (pc) => pc.addTransceiver('audio'), ` +
          `${JSON.stringify(state)}, ${JSON.stringify(operation)})`,
      )

      if (browserName === 'firefox' && FIREFOX_UNREACHABLE.includes(state)) {
        expect(real).toBe('unreachable')
        continue
      }
      const expected = { ...(fake as JsepOutcome), ...DEVIATIONS[browserName]?.[`${operation} in ${state}`] }
      expect.soft(real, `${operation} in ${state}`).toEqual(expected)
    }
  })
}

test('a call waits for those made before it, so only what precedes setRemoteDescription() is refused', async ({
  page,
}) => {
  await page.goto('404.html')
  const outcomes = await page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) =>
      promise.then(
        () => 'done',
        (error: DOMException) => error.name,
      )
    const candidate = { candidate: 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host', sdpMid: '0' }
    const caller = new RTCPeerConnection()
    const early = new RTCPeerConnection()
    const callee = new RTCPeerConnection()
    caller.addTransceiver('audio')
    const offer = await caller.createOffer()
    const before = await outcome(early.addIceCandidate(candidate))
    const setting = callee.setRemoteDescription(offer)
    const isPending = callee.remoteDescription === null
    const after = await Promise.all([
      outcome(callee.addIceCandidate(candidate)),
      outcome(callee.createAnswer()),
    ])
    await setting
    for (const pc of [caller, early, callee]) pc.close()
    return { before, isPending, after }
  })
  expect(outcomes).toEqual({ before: 'InvalidStateError', isPending: true, after: ['done', 'done'] })
})
