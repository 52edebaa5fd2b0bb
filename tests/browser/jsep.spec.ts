import { expect, test } from '@playwright/test'
import { bundle } from '../support/bundle'
import { createFakeJsepWorld } from '../support/jsepFake'
import type { JsepOperation, JsepOutcome, JsepState } from '../support/jsepProbe'
import { JSEP_OPERATIONS, JSEP_STATES, probeJsep } from '../support/jsepProbe'
import { playScene, SCENE_NAMES } from '../support/peerScenes'

/* The fake connection that the fast tests use, compared with the browser's own, cell by cell: both run the peer's
   operations. The fake does what webrtc-pc says, with the texts of Chromium's errors. Where a browser is known to
   deviate, its own outcome is listed here with the section, so that a change of the browser is noticed. */

type Cell = `${JsepOperation} in ${JsepState}`
type Deviations = Partial<Record<Cell, Partial<JsepOutcome>>>

const CHROMIUM: Deviations = {
  // §4.4.1.4, set a local description: a provisional answer without a text is applied as a final one.
  'setLocal(pranswer) in have-remote-offer': { signalingState: 'stable', slots: '– answer – offer' },
  // §4.4.2, addIceCandidate(): the end of candidates is accepted without a remote description.
  ...each(['nothing added', 'stable', 'have-local-offer'], 'addIceCandidate()', {
    error: null,
    message: null,
  }),
  // §4.4.2, addIceCandidate(): the argument is checked after the state.
  'addIceCandidate(no mid) in closed': {
    error: 'InvalidStateError',
    message:
      "Failed to execute 'addIceCandidate' on 'RTCPeerConnection': The RTCPeerConnection's signalingState is 'closed'.",
  },
  // §4.7.3: without credentials there is nothing to restart, but the browser reports that negotiation is needed.
  'restartIce in nothing added': { isNeeded: true },
  'setConfiguration(relay) in nothing added': { isNeeded: true },
  // §5.2, replaceTrack(): the kind is checked after the state.
  'replaceTrack(video) in closed': {
    error: 'InvalidStateError',
    message: "Failed to execute 'replaceTrack' on 'RTCRtpSender': The peer connection is closed.",
  },
}

const NO_PRANSWER = { error: 'NotSupportedError' }

const FIREFOX: Deviations = {
  // §4.6.1: pranswer is not implemented.
  ...each(JSEP_STATES, 'setLocal(pranswer)', NO_PRANSWER),
  ...each(JSEP_STATES, 'setRemote(pranswer)', NO_PRANSWER),
  'setLocal(pranswer) in have-remote-offer': {
    ...NO_PRANSWER,
    signalingState: 'have-remote-offer',
    slots: '– – offer –',
    transceivers: '0 sendrecv –',
  },
  'setRemote(pranswer) in have-local-offer': {
    ...NO_PRANSWER,
    signalingState: 'have-local-offer',
    slots: 'offer – – –',
    transceivers: '0 sendrecv –',
  },
  // §4.4.1.4, set a session description: only the side that set an offer may roll it back.
  'setLocal(rollback) in have-remote-offer': {
    error: 'InvalidStateError',
    signalingState: 'have-remote-offer',
    slots: '– – offer –',
    transceivers: '0 sendrecv –',
    isNeeded: false,
  },
  'setRemote(rollback) in have-local-offer': {
    error: 'InvalidStateError',
    signalingState: 'have-local-offer',
    slots: 'offer – – –',
    transceivers: '0 sendrecv –',
    isNeeded: false,
  },
  // §6.2, send(): a closed channel drops the message.
  'channel.send in closed': { error: null },
}

const FIREFOX_UNREACHABLE: readonly JsepState[] = ['have-local-pranswer', 'have-remote-pranswer']

function each(
  states: readonly JsepState[],
  operation: JsepOperation,
  outcome: Partial<JsepOutcome>,
): Deviations {
  return Object.fromEntries(states.map((state) => [`${operation} in ${state}`, outcome]))
}

test('in every state the fake connection does what the browser does', async ({ page, browserName }) => {
  await page.goto('404.html')
  const code = await bundle('tests/support/jsepInPage.ts', 'probe')
  const isChromium = browserName === 'chromium'
  for (const state of JSEP_STATES) {
    const real = await page.evaluate<Record<string, JsepOutcome | 'unreachable'>>(
      `${code}; probe.probeAll(${JSON.stringify(state)})`,
    )
    for (const operation of JSEP_OPERATIONS) {
      const cell: Cell = `${operation} in ${state}`
      const outcome = real[operation]
      if (!isChromium && FIREFOX_UNREACHABLE.includes(state)) {
        expect.soft(outcome, cell).toBe('unreachable')
        continue
      }
      const fake = await probeJsep(createFakeJsepWorld(), state, operation)
      expect.soft(fake, `the fake gets to ${state}`).not.toBe('unreachable')
      const expected = { ...(fake as JsepOutcome), ...(isChromium ? CHROMIUM : FIREFOX)[cell] }
      // The texts of errors differ between browsers; the fake has Chromium's.
      const { message } = isChromium ? expected : (outcome as JsepOutcome)
      expect.soft(outcome, cell).toEqual({ ...expected, message })
    }
  }
})

test('two fake connections play every scene as two of the browser do @engine', async ({ page }) => {
  await page.goto('404.html')
  const code = await bundle('tests/support/jsepInPage.ts', 'probe')
  const real = await page.evaluate<Record<string, string[]>>(`${code}; probe.playAll()`)
  for (const name of SCENE_NAMES)
    expect.soft(real[name], name).toEqual(await playScene(createFakeJsepWorld(), name))
})

test('a call waits for those made before it, so only what precedes setRemoteDescription() is refused', async ({
  page,
}) => {
  await page.goto('404.html')
  const outcomes = await page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) =>
      promise.then(
        () => 'done',
        (error: unknown) => (error as DOMException).name,
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
