import type { Candidate } from '../../../machines/contracts'
import type { SessionDescription } from '../../jsep/negotiationOperations'
import type { Calls, WrittenDescription } from '../operations'

type Names =
  | 'createOffer'
  | 'createAnswer'
  | 'setLocalDescription'
  | 'setRemoteDescription'
  | 'setConfiguration'
  | 'addIceCandidate'
  | 'restartIce'

/** Offer/answer and ICE (WebRTC §4.4.2). The browser runs these one after another, in the order of the calls. */
export function negotiationCalls(pc: () => RTCPeerConnection): Calls<Names> {
  return {
    createOffer: async ({ options }) => toWritten(await pc().createOffer(options)),
    createAnswer: async () => toWritten(await pc().createAnswer()),
    async setLocalDescription({ description }) {
      const of = pc()
      // Called without any argument, so that browsers that need an explicit description throw their own error.
      await (description === undefined ? of.setLocalDescription() : of.setLocalDescription(description))
      return of.localDescription === null ? null : toWritten(of.localDescription)
    },
    async setRemoteDescription({ description }) {
      await pc().setRemoteDescription(description)
      return undefined
    },
    setConfiguration({ configuration }) {
      pc().setConfiguration(configuration)
      return undefined
    },
    async addIceCandidate({ candidate }) {
      await pc().addIceCandidate(candidate)
      return undefined
    },
    restartIce() {
      pc().restartIce()
      return undefined
    },
  }
}

function toWritten({ type, sdp = '' }: SessionDescription): WrittenDescription {
  return { type, sdp }
}

/** A candidate as an operation: an empty one means the end of candidates of all sections. */
export function toAddIceCandidate(candidate: Candidate) {
  const call = 'addIceCandidate' as const
  return candidate.candidate === '' ? { call } : { call, candidate }
}
