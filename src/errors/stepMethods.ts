import type { StepId } from '../../machines/steps'

/** The methods that each step calls; they tell error texts apart that name no method. */
export const STEP_METHODS: Readonly<Record<StepId, readonly string[]>> = {
  'capture-media': ['getUserMedia'],
  'add-tracks': ['RTCPeerConnection', 'addTrack'],
  'create-offer': ['createOffer'],
  'set-local-offer': ['setLocalDescription'],
  'gather-candidates': [],
  'send-offer': ['postMessage'],
  'set-remote-offer': ['RTCPeerConnection', 'setRemoteDescription', 'addIceCandidate'],
  'prepare-callee-media': ['getUserMedia', 'addTrack'],
  'create-answer': ['createAnswer'],
  'set-local-answer': ['setLocalDescription'],
  'send-answer': ['postMessage'],
  'receive-answer': [],
  'set-remote-answer': ['setRemoteDescription'],
}
