import type { DumpName } from '../dump'

/** Every name that the lines of a dump have there as here. */
const SAME: readonly DumpName[] = [
  'create',
  'setConfiguration',
  'close',
  'createOffer',
  'createOfferOnSuccess',
  'createOfferOnFailure',
  'createAnswer',
  'createAnswerOnSuccess',
  'createAnswerOnFailure',
  'setLocalDescription',
  'setLocalDescriptionOnSuccess',
  'setLocalDescriptionOnFailure',
  'setRemoteDescription',
  'setRemoteDescriptionOnSuccess',
  'setRemoteDescriptionOnFailure',
  'addIceCandidate',
  'addIceCandidateOnSuccess',
  'addIceCandidateOnFailure',
  'onicecandidate',
  'onicecandidateerror',
  'onsignalingstatechange',
  'oniceconnectionstatechange',
  'onconnectionstatechange',
  'onicegatheringstatechange',
  'onnegotiationneeded',
  'ontrack',
  'ondatachannel',
  'addTrack',
  'addTransceiver',
  'removeTrack',
  'replaceTrack',
  'createDataChannel',
  'restartIce',
  'getUserMedia',
  'getUserMediaOnSuccess',
  'getUserMediaOnFailure',
  'MediaStreamTrack.onended',
  'MediaStreamTrack.onmute',
  'MediaStreamTrack.onunmute',
  'MediaStreamTrack.stop',
  'HTMLMediaElement.resize',
  'RTCDataChannel.onopen',
  'RTCDataChannel.onclose',
  'RTCDataChannel.onerror',
  'message',
  'error-text',
]

/** Names of one browser or one time. Chromium's events had no `on` until 2025, and capitals until 2021. */
const OTHERS: Record<string, DumpName> = {
  stop: 'close',
  onRenegotiationNeeded: 'onnegotiationneeded',
  addIceCandidateFailed: 'addIceCandidateOnFailure',
  transceiverAdded: 'addTransceiver',
  createLocalDataChannel: 'createDataChannel',
  onRemoteDataChannel: 'ondatachannel',
}

const NAMES = new Map<string, DumpName>([
  ...SAME.map((name): [string, DumpName] => [name, name]),
  ...SAME.filter((name) => /^on[a-z]+$/.test(name)).map((name): [string, DumpName] => [name.slice(2), name]),
  ...Object.entries(OTHERS),
])

/** The line that a method or an event of a file is; null: none of ours. Capitals of events do not matter. */
export function nameOf(method: string): DumpName | null {
  const media = /^navigator\.mediaDevices\.get(?:User|Display)Media/.test(method)
  const name = media ? method.replace(/^navigator\.mediaDevices\.get(?:User|Display)/, 'getUser') : method
  return NAMES.get(name) ?? NAMES.get(name.toLowerCase()) ?? null
}
