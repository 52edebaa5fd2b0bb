import type { CandidateError, PeerStatus } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import { parseCandidate } from '../../ice/candidate'
import { firstStates, statusChanges } from '../evidence/statusChanges'
import type { EntryLine, Lane } from './timelineItem'

/** What the connection changes on the clock of ICE and DTLS; everything else belongs to signaling. */
const ICE_FIELDS = ['iceGatheringState', 'iceConnectionState', 'connectionState']

/** What an entry says to a learner that is neither a step's call, nor its outcome, nor a message. */
export function entryLines({ event }: LogEntry, before: Partial<PeerStatus>): EntryLine[] {
  switch (event.type) {
    case 'settings.change':
      return [line('signaling', 'action', 'settings', Object.keys(event.settings).join(' '))]
    case 'pc.changed':
      return changeLines(before, event.status)
    case 'pc.negotiation-needed':
      return [line('signaling', 'event', 'negotiationneeded')]
    case 'pc.candidate':
      return [candidateLine(event.candidate.candidate, event.url ?? '')]
    case 'pc.end-of-candidates':
      return [line('ice', 'event', 'icecandidate', 'null')]
    case 'pc.candidate-error':
      return [{ ...line('ice', 'failed', 'icecandidateerror', errorText(event.error)), server: 'silent' }]
    case 'pc.candidate-added':
      return [line('ice', 'done', 'addIceCandidate()')]
    case 'pc.candidate-refused':
      return [line('ice', 'failed', 'addIceCandidate()', problemText(event.problem))]
    case 'pc.placeholder-added':
      return [line('ice', 'placeholder', 'addIceCandidate()', '0.0.0.0')]
    case 'pc.placeholder-refused':
      return [line('ice', 'placeholder', 'addIceCandidate()', problemText(event.problem))]
    case 'pc.track':
      return [line('signaling', 'event', 'track', event.track.kind)]
    case 'pc.track-changed':
      return [line('ice', 'event', event.track.muted ? 'mute' : 'unmute', event.track.kind)]
    case 'media.ended':
      return [line('signaling', 'event', 'ended', event.kind)]
    case 'signal.lost':
      return [line('signaling', 'failed', 'postMessage()', problemText(event.problem))]
    case 'signal.other-end':
      return [line('signaling', 'event', 'signaling', event.status)]
    default:
      return timerLines(event.type)
  }
}

/** `NotAllowedError: Permission denied` */
export function problemText(error: unknown): string {
  const { name = 'Error', message = '' } = (error ?? {}) as { name?: string; message?: string }
  return `${name}: ${message}`
}

function line(lane: Lane, kind: EntryLine['kind'], name: string, detail = ''): EntryLine {
  return { lane, kind, name, detail, server: null }
}

/** The type of a candidate, and the server that told it. */
function candidateLine(text: string, url: string): EntryLine {
  const candidate = parseCandidate(text)
  const type = candidate?.type ?? ''
  const server = type === 'srflx' || type === 'relay' ? 'answers' : null
  return { ...line('ice', 'event', 'icecandidate', `${type} ${url}`.trim()), server }
}

function changeLines(before: Partial<PeerStatus>, after: Partial<PeerStatus>): EntryLine[] {
  if (Object.keys(before).length === 0) {
    return [line('signaling', 'change', 'new RTCPeerConnection()', firstStates(after))]
  }
  return statusChanges(before, after).map(({ name, detail }) =>
    line(ICE_FIELDS.includes(name) ? 'ice' : 'signaling', 'change', name, detail),
  )
}

function timerLines(type: string): EntryLine[] {
  const [, name] = /^xstate\.after\.([^.]+)/.exec(type) ?? []
  return name === undefined ? [] : [line('ice', 'timer', `after ${name}`)]
}

function errorText({ errorCode, errorText: text, url }: CandidateError): string {
  return `${String(errorCode)} ${text} ${url}`.trim()
}
