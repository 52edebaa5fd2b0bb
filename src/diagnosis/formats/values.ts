import type { Candidate, CandidateError, Description, Problem } from '../../../machines/contracts'
import type { DumpChannel, DumpDescription, DumpTrack } from '../dump'
import { field, isObject, numberField, textField, unquote } from './foreign'

const TYPES = ['offer', 'answer', 'pranswer', 'rollback'] as const

/** `{ type, sdp }`, its JSON, or `type: offer, sdp: …` of older Chromium. null: there is none. */
export function descriptionOf(value: unknown): DumpDescription | null {
  const read = unquote(value)
  if (typeof read === 'string') {
    const [, type, sdp] = /^type: (\w+), sdp: ([^]*)$/.exec(read) ?? []
    if (type !== undefined) return descriptionOf({ type, sdp })
    return read.startsWith('v=0') ? { sdp: read } : null
  }
  // The arguments of a call, with callbacks behind them.
  if (Array.isArray(read)) return isObject(read[0]) ? descriptionOf(read[0]) : null
  if (!isObject(read)) return null
  const type = TYPES.find((one) => one === field(read, 'type'))
  const sdp = field(read, 'sdp')
  return { ...(type !== undefined && { type }), ...(typeof sdp === 'string' && { sdp }) }
}

/** A description that the browser made: it has a type and a text, which may be blanked. */
export function madeDescription(value: unknown, type: Description['type']): Description {
  const read = descriptionOf(value)
  return {
    type: read?.type === undefined || read.type === 'rollback' ? type : read.type,
    sdp: read?.sdp ?? '',
  }
}

/** `toJSON()` of a candidate, or `sdpMid: 0, sdpMLineIndex: 0, candidate: …` of older Chromium. null: there is none. */
export function candidateOf(value: unknown): (Candidate & { url?: string; relayProtocol?: string }) | null {
  const read = unquote(value)
  if (Array.isArray(read)) return isObject(read[0]) ? candidateOf(read[0]) : null
  const source = typeof read === 'string' ? fieldsOf(read) : read
  if (!isObject(source)) return null
  const candidate = textField(source, 'candidate')
  if (candidate === null) return null
  const url = textField(source, 'url')
  const relayProtocol = textField(source, 'relayProtocol')
  return {
    candidate: candidate.replace(/^a=/, ''),
    sdpMid: textField(source, 'sdpMid'),
    sdpMLineIndex: numberField(source, 'sdpMLineIndex'),
    usernameFragment:
      textField(source, 'usernameFragment', 'ufrag') ?? / ufrag (\S+)/.exec(candidate)?.[1] ?? null,
    ...(url !== null && url !== '' && { url }),
    ...(relayProtocol !== null && relayProtocol !== '' && { relayProtocol }),
  }
}

function fieldsOf(text: string): Record<string, string> | null {
  if (/^(?:a=)?candidate:/.test(text)) return { candidate: text.trim() }
  const found =
    /^(?:sdpMid: (.*?), )?(?:sdpMLineIndex: (\d*), )?candidate: (.*?)(?:, url: (.*?))?(?:, relayProtocol: (\w*))?$/s.exec(
      text,
    )
  if (!found) return null
  const [, sdpMid, sdpMLineIndex, candidate, url, relayProtocol] = found
  const all = { sdpMid, sdpMLineIndex, candidate, url, relayProtocol }
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** The names that Chromium gives errors inside, and those that pages see. */
const RENAMED = new Map([['OverConstrainedError', 'OverconstrainedError']])

/** `Name: message`, `{ name, message }`, or a message alone, whose name is then empty. */
export function problemOf(value: unknown): Problem {
  const read = unquote(value)
  if (isObject(read)) {
    const name = textField(read, 'name', 'error') ?? ''
    const constraint = textField(read, 'constraint')
    return {
      name: RENAMED.get(name) ?? name,
      message: textField(read, 'message', 'error_message') ?? '',
      ...(constraint !== null && constraint !== '' && { constraint }),
    }
  }
  const text = Array.isArray(read) ? read.join(' ') : typeof read === 'string' ? read : ''
  const [, name, message] = /^(?:DOMException: )?(\w*(?:Error|Exception))(?:: ?([^]*))?$/.exec(text) ?? []
  return name === undefined
    ? { name: '', message: text }
    : { name: RENAMED.get(name) ?? name, message: message ?? '' }
}

/** An `icecandidateerror`: an object, or the lines `url: …`, `address: …`, `error_code: 701`. */
export function candidateErrorOf(value: unknown): CandidateError {
  const read = unquote(value)
  const source = typeof read === 'string' ? linesOf(read) : read
  return {
    url: textField(source, 'url') ?? '',
    errorCode: numberField(source, 'errorCode', 'error_code') ?? 0,
    errorText: textField(source, 'errorText', 'error_text') ?? '',
    address: textField(source, 'address') ?? textField(source, 'hostCandidate', 'host_candidate'),
    port: numberField(source, 'port'),
  }
}

function linesOf(text: string): Record<string, string> {
  const pairs = text.split(/\n|, (?=\w+: )/).flatMap((line): [string, string][] => {
    const [, name, value] = /^\s*(\w+): ?(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [[name, value?.trim() ?? '']]
  })
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''))
}

/** `stable`, `"stable"`, `SignalingStateStable`, `IceConnectionStateChecking`: the name that WebRTC gives the state. */
export function stateOf(value: unknown): string {
  const read = unquote(value)
  const text = typeof read === 'string' ? read : (textField(read, 'state') ?? '')
  return text
    .replace(/^k?(?:Signaling|ICE|Ice|Peer)?(?:Connection|Gathering)?State(?=[A-Z])/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
}

/**
 * A track: `["audio", id, label, …streams]`, `{ kind, id }`, `audio:id …`, or its id alone, whose kind is then that
 * of `kinds`. The label names a device and is not kept.
 */
export function trackOf(value: unknown, kinds: ReadonlyMap<string, string> = new Map()): DumpTrack {
  const read = unquote(value)
  if (Array.isArray(read)) {
    const [kind, id] = read as unknown[]
    if (Array.isArray(kind) || isObject(kind)) return trackOf(kind, kinds)
    return withId(typeof kind === 'string' ? kind : '', typeof id === 'string' ? id : null)
  }
  if (typeof read === 'string') {
    const [, kind, id] = /^(audio|video)(?::(\S+))?/.exec(read) ?? []
    if (kind !== undefined) return withId(kind, id ?? null)
    return withId(kinds.get(read) ?? '', read === '' ? null : read)
  }
  const id = textField(read, 'id', 'track', 'trackId')
  const direction = textField(read, 'direction')
  const kind = textField(read, 'kind') ?? (id === null ? '' : (kinds.get(id) ?? ''))
  return { ...withId(kind, id), ...(direction !== null && { direction }) }
}

function withId(kind: string, id: string | null): DumpTrack {
  return { kind, ...(id !== null && id !== '' && { id }) }
}

/** A data channel: `{ label, id }`, `[label, options]`, `[id, label]`, or `label: chat, …` of older Chromium. */
export function channelOf(value: unknown): DumpChannel {
  const read = unquote(value)
  if (Array.isArray(read)) {
    const [first, second] = read as unknown[]
    if (typeof first === 'string') return { label: first, ...idOf(second) }
    return { label: typeof second === 'string' ? second : '', ...idOf({ id: first }) }
  }
  if (typeof read === 'string') {
    const [, label] = /^label: (.*?)(?:, \w+: |$)/.exec(read) ?? []
    return { label: label ?? read }
  }
  return { label: textField(read, 'label') ?? '', ...idOf(read) }
}

function idOf(value: unknown): { id?: number | null } {
  const id = field(value, 'id')
  return typeof id === 'number' && Number.isInteger(id) ? { id } : id === null ? { id } : {}
}
