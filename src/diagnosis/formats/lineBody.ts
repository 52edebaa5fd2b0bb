import type { DumpCapture, DumpLine, DumpName, DumpTrack, DumpValues } from '../dump'
import { configurationOf } from './configuration'
import { field, isObject, textField, unquote } from './foreign'
import {
  candidateErrorOf,
  candidateOf,
  channelOf,
  descriptionOf,
  madeDescription,
  problemOf,
  stateOf,
  trackOf,
} from './values'

/** The name and the value of a line. */
export type LineBody = { [Name in DumpName]: { name: Name; value: DumpValues[Name] } }[DumpName]

/** What a line needs to know of the lines before it. */
export interface Before {
  /** The kinds of tracks that were named, by their id. */
  readonly kinds: ReadonlyMap<string, string>
  /** The call that this line is the outcome of. */
  readonly call: DumpLine | undefined
  /** Whose capturing it is, where the name of the method says it. */
  readonly source: DumpCapture['source']
}

/** Reads the value of a line, in any of the forms that files have. Never throws. */
export function bodyOf(name: DumpName, value: unknown, { kinds, call, source }: Before): LineBody {
  switch (name) {
    case 'create':
    case 'setConfiguration':
      return { name, value: configurationOf(value) ?? { iceServers: [] } }
    case 'createOffer':
      return { name, value: isRestart(value) ? { iceRestart: true } : {} }
    case 'createOfferOnSuccess':
      return { name, value: madeDescription(value, 'offer') }
    case 'createAnswerOnSuccess':
      return { name, value: madeDescription(value, 'answer') }
    case 'setLocalDescription':
    case 'setLocalDescriptionOnSuccess':
    case 'setRemoteDescriptionOnSuccess':
      return { name, value: descriptionOf(value) }
    case 'setRemoteDescription':
      return { name, value: descriptionOf(value) ?? {} }
    case 'createOfferOnFailure':
    case 'createAnswerOnFailure':
    case 'setLocalDescriptionOnFailure':
    case 'setRemoteDescriptionOnFailure':
      return { name, value: problemOf(value) }
    case 'addIceCandidate':
    case 'addIceCandidateOnSuccess':
      return { name, value: candidateOnly(value) }
    case 'addIceCandidateOnFailure':
      return { name, value: refusal(value, call) }
    case 'onicecandidate':
      return { name, value: candidateOf(value) }
    case 'onicecandidateerror':
      return { name, value: candidateErrorOf(value) }
    case 'onsignalingstatechange':
    case 'oniceconnectionstatechange':
    case 'onconnectionstatechange':
    case 'onicegatheringstatechange':
      return { name, value: stateOf(value) }
    case 'close':
    case 'createAnswer':
    case 'onnegotiationneeded':
    case 'restartIce':
      return { name, value: null }
    case 'addTransceiver':
      return { name, value: transceiverOf(value, kinds) }
    case 'ontrack':
    case 'addTrack':
    case 'MediaStreamTrack.onended':
    case 'MediaStreamTrack.onmute':
    case 'MediaStreamTrack.onunmute':
    case 'MediaStreamTrack.stop':
      return { name, value: trackOf(value, kinds) }
    case 'removeTrack':
      return { name, value: trackOrNull(value, kinds) }
    case 'replaceTrack':
      // rtcstats.js writes the track before and the track after.
      return { name, value: trackOrNull(isPair(value) ? value[1] : value, kinds) }
    case 'HTMLMediaElement.resize':
      return { name, value: resized(value, kinds) }
    case 'ondatachannel':
    case 'createDataChannel':
    case 'RTCDataChannel.onopen':
    case 'RTCDataChannel.onclose':
      return { name, value: channelOf(value) }
    case 'RTCDataChannel.onerror':
      return { name, value: { ...channelOf(value), problem: problemOf(field(value, 'problem') ?? value) } }
    case 'getUserMedia':
      return { name, value: captureOf(value, source) }
    case 'getUserMediaOnSuccess':
      return { name, value: captured(value, kinds, { source, ...capturing(call) }) }
    case 'getUserMediaOnFailure':
      return { name, value: { ...captureOf(value, source), ...capturing(call), problem: failureOf(value) } }
    case 'message':
      return messageOf(value)
    case 'error-text':
      return { name, value: { text: textField(value, 'text') ?? '' } }
    case 'other':
      return { name, value: { name: textField(value, 'name') ?? '' } }
  }
}

/** A message on the wire, as this app writes it into a dump. */
function messageOf(value: unknown): LineBody {
  const direction = field(value, 'direction') === 'sent' ? 'sent' : 'received'
  const { type, sdp } = descriptionOf(field(value, 'description')) ?? {}
  const bye = textField(value, 'bye')
  if (type !== undefined && type !== 'rollback' && sdp !== undefined)
    return { name: 'message', value: { direction, description: { type, sdp } } }
  if (isObject(value) && Object.hasOwn(value, 'candidate'))
    return { name: 'message', value: { direction, candidate: candidateOnly(field(value, 'candidate')) } }
  return bye === null
    ? { name: 'other', value: { name: 'message' } }
    : { name: 'message', value: { direction, bye } }
}

function isRestart(value: unknown): boolean {
  const read = unquote(value)
  if (typeof read === 'string') return /\biceRestart: ?(?:true|1)\b/.test(read)
  const options = Array.isArray(read) ? (read as unknown[]).find(isObject) : read
  return field(options, 'iceRestart') === true
}

function candidateOnly(value: unknown): DumpValues['addIceCandidate'] {
  const read = candidateOf(value)
  if (read === null) return null
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = read
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment }
}

/** Until 2025 Chromium gave the candidate that was refused, and no reason. */
function refusal(value: unknown, call: DumpLine | undefined): DumpValues['addIceCandidateOnFailure'] {
  const own = candidateOnly(field(value, 'candidate') ?? value)
  const called = call?.name === 'addIceCandidate' ? call.value : null
  const candidate = own ?? called
  const problem =
    own === null || field(value, 'message') !== undefined ? problemOf(value) : { name: '', message: '' }
  return { ...problem, ...(candidate !== null && { candidate }) }
}

/** Chromium's text names what caused it, and prints the transceiver; its JSON has fields. */
function transceiverOf(value: unknown, kinds: ReadonlyMap<string, string>): DumpValues['addTransceiver'] {
  const read = unquote(value)
  if (typeof read === 'string') {
    const cause = /^Caused by: (\w+)/.exec(read)?.[1]
    const direction = /\bdirection: ?'?(\w+)/.exec(read)?.[1]
    const kind = /\bkind: ?'?(audio|video)/.exec(read)?.[1] ?? /^(?:audio|video)\b/.exec(read)?.[0] ?? ''
    const id = /\bsender: ?\{\s*track: ?'([^']+)'/.exec(read)?.[1]
    return {
      kind,
      ...(id !== undefined && { id }),
      ...(direction !== undefined && { direction }),
      ...(cause !== undefined && { cause }),
    }
  }
  if (Array.isArray(read)) {
    const direction = textField(read[1], 'direction')
    return { ...trackOf(read[0], kinds), ...(direction !== null && { direction }) }
  }
  const id = textField(field(read, 'sender'), 'track') ?? textField(field(read, 'receiver'), 'track')
  const cause = textField(read, 'reason', 'cause')
  return {
    ...trackOf(read, kinds),
    ...(id !== null && { id }),
    ...(cause !== null && { cause }),
  }
}

function trackOrNull(value: unknown, kinds: ReadonlyMap<string, string>): DumpTrack | null {
  return value === null || value === undefined || value === '' ? null : trackOf(value, kinds)
}

function isPair(value: unknown): value is unknown[] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    (value as unknown[]).every((one) => one === null || Array.isArray(one))
  )
}

function resized(value: unknown, kinds: ReadonlyMap<string, string>): DumpTrack | null {
  const id = textField(value, 'id', 'track')
  return id === null ? null : { kind: kinds.get(id) || 'video', id }
}

/** The constraints of a request. Chromium writes `""` for `true`. */
function captureOf(value: unknown, source: DumpCapture['source']): DumpCapture {
  const read = Array.isArray(value) ? (value as unknown[])[0] : unquote(value)
  const asks = (kind: string) => {
    const asked = field(read, kind)
    return asked !== undefined && asked !== null && asked !== false
  }
  return { audio: asks('audio'), video: asks('video'), source }
}

function capturing(call: DumpLine | undefined): Partial<DumpCapture> {
  return call?.name === 'getUserMedia' ? call.value : {}
}

function captured(
  value: unknown,
  kinds: ReadonlyMap<string, string>,
  known: Pick<DumpCapture, 'source'> & Partial<DumpCapture>,
): DumpValues['getUserMediaOnSuccess'] {
  const read = unquote(field(value, 'tracks') ?? value)
  const list = Array.isArray(read) ? (read as unknown[]) : []
  const tracks = list.map((track) => trackOf(track, kinds))
  const has = (kind: string) => tracks.some((track) => track.kind === kind)
  return { audio: has('audio'), video: has('video'), ...known, tracks }
}

function failureOf(value: unknown) {
  const problem = problemOf(field(value, 'problem') ?? value)
  return problem.name === '' && problem.message === '' ? problemOf(textField(value, 'error')) : problem
}
