import type { SignalingState } from '../../../machines/contracts'
import type { TrialWorld } from '../trial'
import { did, didNot, localOf, withPair, wordsOf } from '../trial'

type Pc = RTCPeerConnection

/** The calls that a trial can make on a connection, some with a description from the other end. */
const CALLS = {
  'create-offer': (pc: Pc) => pc.createOffer(),
  'create-answer': (pc: Pc) => pc.createAnswer(),
  'set-remote-offer': (pc: Pc, { offer }: Descriptions) => pc.setRemoteDescription(offer),
  'set-remote-answer': (pc: Pc, { answer }: Descriptions) => pc.setRemoteDescription(answer),
  'rollback-local': (pc: Pc) => pc.setLocalDescription({ type: 'rollback' }),
  'rollback-remote': (pc: Pc) => pc.setRemoteDescription({ type: 'rollback' }),
} as const

export type Call = keyof typeof CALLS

interface Descriptions {
  readonly offer: RTCSessionDescriptionInit
  readonly answer: RTCSessionDescriptionInit
}

/** The signaling states that a trial can bring a connection to. */
const REACHABLE = [
  'stable',
  'have-local-offer',
  'have-remote-offer',
  'closed',
] as const satisfies SignalingState[]

/** The state of the learner's connection, if a trial can reach it; a new one is stable. */
export function reachable(state: SignalingState | undefined): (typeof REACHABLE)[number] {
  return REACHABLE.find((one) => one === state) ?? 'stable'
}

/** Creates an offer for `pc`, and an answer to the offer that `pc` makes. */
async function createDescriptions({ connect }: TrialWorld, pc: Pc): Promise<Descriptions> {
  const offerer = connect({})
  const answerer = connect({})
  try {
    offerer.addTransceiver('audio')
    const offer = await offerer.createOffer()
    if (pc.signalingState === 'have-local-offer') {
      await answerer.setRemoteDescription(localOf(pc))
    } else await answerer.setRemoteDescription(offer)
    return { offer, answer: await answerer.createAnswer() }
  } finally {
    offerer.close()
    answerer.close()
  }
}

/** Makes one call on a connection in a given state, and returns what the browser did: a new state or an error. */
export function callIn(state: (typeof REACHABLE)[number], call: Call, world: TrialWorld) {
  return withPair(world, async (pc, other) => {
    pc.addTransceiver('audio')
    if (state === 'have-local-offer') await pc.setLocalDescription()
    if (state === 'have-remote-offer') {
      other.addTransceiver('audio')
      await pc.setRemoteDescription(await other.createOffer())
    }
    const descriptions = await createDescriptions(world, pc)
    if (state === 'closed') pc.close()
    try {
      await CALLS[call](pc, descriptions)
      return { refused: null, state: pc.signalingState }
    } catch (error) {
      return { refused: wordsOf(error), state: pc.signalingState }
    }
  })
}

/** Whether a call takes back an unanswered offer. */
export async function takeBack(call: Call, world: TrialWorld) {
  const { refused, state } = await callIn('have-local-offer', call, world)
  if (refused !== null) return didNot(call, refused)
  const seen = `signalingState = "${state}"`
  return state === 'stable' ? did(seen) : didNot(call, seen)
}

/** Whether a connection in this state refuses a call, by JSEP's table. */
export async function refuse(call: Call, state: SignalingState | undefined, world: TrialWorld) {
  const result = await callIn(reachable(state), call, world)
  return result.refused !== null ? did(result.refused) : didNot(call, `signalingState = "${result.state}"`)
}
