import type { Operation } from '../../machines/endActors'

/** An operation of a bench as the line of code that it stands for: `setRemoteDescription(answer)`. */
export function operationCode({ call, ...fields }: Operation): string {
  switch (call) {
    case 'create':
      return `new RTCPeerConnection(${policyOf(fields['configuration'])})`
    case 'setConfiguration':
      return `setConfiguration(${policyOf(fields['configuration'])})`
    case 'capture':
      return `capture(${[fields['source'], fields['name']].filter(isText).join(', ')})`
    case 'addTrack':
      return `addTrack(${trackName(fields['track'])})`
    case 'addTransceiver': {
      const { track, direction, sendEncodings } = fields
      const encodings = Array.isArray(sendEncodings) ? `${String(sendEncodings.length)} encodings` : null
      return `addTransceiver(${[trackName(track), direction, encodings].filter(isText).join(', ')})`
    }
    case 'removeTrack':
      return `removeTrack(${String(fields['transceiver'])})`
    case 'transceiver.stop':
      return `${String(fields['transceiver'])}.stop()`
    case 'transceiver.direction':
      return `${String(fields['transceiver'])}.direction = ${String(fields['direction'])}`
    case 'transceiver.setCodecPreferences':
      return `${String(fields['transceiver'])}.setCodecPreferences(${codecName(fields['codecs'])})`
    case 'sender.replaceTrack':
      return `${String(fields['transceiver'])}.replaceTrack(${trackName(fields['track'])})`
    case 'sender.setParameters':
      return `${String(fields['transceiver'])}.setParameters(${JSON.stringify(fields['encodings'])})`
    case 'createOffer':
      return `createOffer(${isRestart(fields['options']) ? 'iceRestart' : ''})`
    case 'setLocalDescription':
    case 'setRemoteDescription':
      return `${call}(${descriptionName(fields['description'])})`
    case 'addIceCandidate':
      return `addIceCandidate(${candidateName(fields['candidate'])})`
    case 'createDataChannel':
      return `createDataChannel(${JSON.stringify(fields['label'])})`
    case 'channel.send':
      return `${String(fields['channel'])}.send(${JSON.stringify(fields['data'])})`
    case 'channel.close':
      return `${String(fields['channel'])}.close()`
    case 'send':
      return `signaling.send(${String(fields['what'])})`
    default:
      return `${call}()`
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isRestart(options: unknown): boolean {
  return (Object(options) as { iceRestart?: unknown }).iceRestart === true
}

function policyOf(configuration: unknown): string {
  const { iceTransportPolicy: policy } = Object(configuration) as { iceTransportPolicy?: unknown }
  return isText(policy) ? policy : ''
}

/** `video`, `screen video` for another capture, or the kind alone. */
function trackName(track: unknown): string {
  if (track === null) return 'null'
  if (typeof track === 'string') return `'${track}'`
  const { kind, media } = Object(track) as { kind?: unknown; media?: unknown }
  return [media, kind].filter(isText).join(' ')
}

function codecName(codecs: unknown): string {
  const [first] = (Array.isArray(codecs) ? codecs : []) as { mimeType?: unknown }[]
  return isText(first?.mimeType) ? first.mimeType : '[]'
}

function descriptionName(description: unknown): string {
  if (description === undefined) return ''
  if (isText(description)) return description
  const { from, type } = Object(description) as { from?: unknown; type?: unknown }
  return [type, from].find(isText) ?? ''
}

function candidateName(candidate: unknown): string {
  if (candidate === undefined || candidate === null) return ''
  return isText(candidate) ? candidate : 'candidate'
}
