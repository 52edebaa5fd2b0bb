import type { Candidate, CandidateError, PeerStatus } from '../../../machines/contracts'
import { eventName, kindOf } from '../../../machines/events'
import type { LogEntry } from '../../../machines/log'
import { ranOut } from '../../../machines/machineEvents'
import { parseCandidate } from '../../ice/candidate'
import { firstStates, statusChanges } from './statusChanges'
import type { EntryLine, Lane } from './timelineItem'

/** What the connection changes on the clock of ICE and DTLS; everything else belongs to signaling. */
const ICE_FIELDS = ['iceGatheringState', 'iceConnectionState', 'connectionState']

/** What an entry says to a learner that is neither a step's call, nor its outcome, nor a message. */
export function entryLines({ event }: LogEntry, before: Partial<PeerStatus>): EntryLine[] {
  if (event.type === 'pc.changed') return changeLines(before, event.status)
  const kind = kindOf(event)
  if (kind === null) return timerLines(event)
  if (kind.line === null) return []
  return [{ ...kind.line, name: eventName(event), detail: detailOf(event), server: serverOf(event) }]
}

/** What a line says besides the event's name. */
function detailOf(event: LogEntry['event']): string {
  switch (event.type) {
    case 'settings.change':
      return Object.keys(event.settings).join(' ')
    case 'pc.candidate':
      return `${candidateType(event.candidate)} ${event.url ?? ''}`.trim()
    case 'pc.end-of-candidates':
      return 'null'
    case 'pc.candidate-error':
      return errorText(event.error)
    case 'pc.candidate-refused':
    case 'pc.placeholder-refused':
    case 'signal.lost':
      return problemText(event.problem)
    case 'pc.placeholder-added':
      return '0.0.0.0'
    case 'pc.track':
    case 'pc.track-changed':
      return event.track.kind
    case 'media.ended':
      return event.kind
    case 'signal.other-end':
      return event.status
    default:
      return ''
  }
}

/** Whether a STUN or TURN server took part. */
function serverOf(event: LogEntry['event']): EntryLine['server'] {
  if (event.type === 'pc.candidate-error') return 'silent'
  const type = event.type === 'pc.candidate' ? candidateType(event.candidate) : ''
  return type === 'srflx' || type === 'relay' ? 'answers' : null
}

function candidateType({ candidate }: Candidate): string {
  return parseCandidate(candidate)?.type ?? ''
}

/** `NotAllowedError: Permission denied` */
export function problemText(error: unknown): string {
  const { name = 'Error', message = '' } = (error ?? {}) as { name?: string; message?: string }
  return `${name}: ${message}`
}

function line(lane: Lane, kind: EntryLine['kind'], name: string, detail = ''): EntryLine {
  return { lane, kind, name, detail, server: null }
}

function changeLines(before: Partial<PeerStatus>, after: Partial<PeerStatus>): EntryLine[] {
  if (Object.keys(before).length === 0) {
    return [line('signaling', 'change', 'new RTCPeerConnection()', firstStates(after))]
  }
  return statusChanges(before, after).map(({ name, detail }) =>
    line(ICE_FIELDS.includes(name) ? 'ice' : 'signaling', 'change', name, detail),
  )
}

function timerLines(event: LogEntry['event']): EntryLine[] {
  const timer = ranOut(event)
  return timer === null ? [] : [line('ice', 'timer', `after ${timer.delay}`)]
}

function errorText({ errorCode, errorText: text, url }: CandidateError): string {
  return `${String(errorCode)} ${text} ${url}`.trim()
}
