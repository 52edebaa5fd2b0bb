import { readFileHeader, readFileStop } from '../../room/fileHeader'
import { readMediaState } from '../../room/mediaState'
import type { WireEntry } from '../../room/roomWire'

/** The kind of a row as its badge prints it: a signal has the kind of what it carries. */
export function kindOf({ what }: WireEntry): string {
  if (what.kind !== 'message') return what.kind === 'text' ? textKind(what.text) : what.kind
  const { message } = what
  if (message.kind !== 'signal') return message.kind
  return message.body.kind === 'description' ? message.body.description.type : message.body.kind
}

/** On the data channel a header is JSON; every other text is a line of the chat. */
function textKind(text: string): string {
  if (readMediaState(text) !== null) return 'media'
  if (readFileStop(text) !== null) return 'stop'
  return readFileHeader(text)?.kind ?? 'chat'
}

/** What a row says in one line: protocol and foreign words, which no language changes. */
export function inWords({ what }: WireEntry): string {
  switch (what.kind) {
    case 'message':
      return ofMessage(what.message)
    case 'refused':
      return [what.reason, what.detail].filter(Boolean).join(': ')
    case 'status':
      return [what.status, what.reason].filter(Boolean).join(': ')
    case 'members':
    case 'joined':
      return what.count === undefined ? '' : `members: ${String(what.count)}`
    case 'text':
      return what.text
    default:
      return ''
  }
}

function ofMessage(message: Extract<WireEntry['what'], { kind: 'message' }>['message']): string {
  switch (message.kind) {
    case 'hello':
      return message.name
    case 'chat':
      return message.text
    case 'refuse':
      return message.reason
    case 'signal':
      return ofBody(message.body)
    case 'leave':
      return ''
    default:
      return message.call
  }
}

function ofBody(body: Extract<Parameters<typeof ofMessage>[0], { kind: 'signal' }>['body']): string {
  if (body.kind === 'description')
    return `{ type: "${body.description.type}", sdp: "${body.description.sdp.slice(0, 60).replaceAll('\r\n', ' ')}…" }`
  return body.kind === 'candidate' ? body.candidate.candidate : ''
}
