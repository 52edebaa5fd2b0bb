import type { AppMessage } from '../../../machines/bench/benchContracts'
import type { Candidate, Description } from '../../../machines/contracts'

/** A message that a learner has written, or why it is none. */
export type ReadMessage =
  | { readonly ok: true; readonly body: AppMessage }
  | { readonly ok: false; readonly reason: 'not-json' | 'not-message' | 'too-long'; readonly detail: string }

/** Characters of a message that a bench sends; a description of a call has some thousands. */
export const MAX_MESSAGE = 100_000

/** Reads the JSON of a message of the application. Never throws, and keeps no field that such a message lacks. */
export function readMessage(text: string): ReadMessage {
  if (text.length > MAX_MESSAGE) return { ok: false, reason: 'too-long', detail: String(MAX_MESSAGE) }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { ok: false, reason: 'not-json', detail: error instanceof Error ? error.message : '' }
  }
  const fault = faultOf(value)
  return fault === null
    ? { ok: true, body: cleaned(value as AppMessage) }
    : { ok: false, reason: 'not-message', detail: fault }
}

/** The JSON of a message as a learner edits it. */
export function writeMessage(body: AppMessage): string {
  return JSON.stringify(body, null, 2)
}

/** The path of the first field that is missing or of the wrong type; null if the value is a message. */
function faultOf(value: unknown): string | null {
  if (!isRecord(value)) return 'kind'
  switch (value['kind']) {
    case 'description':
      return descriptionFault(value['description'])
    case 'candidate':
      return candidateFault(value['candidate'])
    case 'end-of-candidates':
    case 'bye':
      return null
    default:
      return 'kind'
  }
}

function descriptionFault(value: unknown): string | null {
  if (!isRecord(value)) return 'description'
  const { type, sdp } = value
  if (type !== 'offer' && type !== 'answer' && type !== 'pranswer') return 'description.type'
  return typeof sdp === 'string' ? null : 'description.sdp'
}

function candidateFault(value: unknown): string | null {
  if (!isRecord(value)) return 'candidate'
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = value
  if (typeof candidate !== 'string') return 'candidate.candidate'
  if (sdpMid !== null && typeof sdpMid !== 'string') return 'candidate.sdpMid'
  const isIndex =
    Number.isInteger(sdpMLineIndex) && Number(sdpMLineIndex) >= 0 && Number(sdpMLineIndex) < 65_536
  if (sdpMLineIndex !== null && !isIndex) return 'candidate.sdpMLineIndex'
  return usernameFragment === null || typeof usernameFragment === 'string'
    ? null
    : 'candidate.usernameFragment'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The message with the fields of its kind only. */
function cleaned(body: AppMessage): AppMessage {
  switch (body.kind) {
    case 'description': {
      const { type, sdp }: Description = body.description
      return { kind: body.kind, description: { type, sdp } }
    }
    case 'candidate': {
      const { candidate, sdpMid, sdpMLineIndex, usernameFragment }: Candidate = body.candidate
      return { kind: body.kind, candidate: { candidate, sdpMid, sdpMLineIndex, usernameFragment } }
    }
    default:
      return { kind: body.kind }
  }
}
