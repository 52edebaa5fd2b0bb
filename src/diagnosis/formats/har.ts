import type { Reading } from '../dump'
import { fromBase64 } from '../../../broadcast-signaling/room/base64'
import { createDumpBuilder } from './builder'
import type { DumpBuilder } from './builder'
import { browserName } from './browserName'
import { field, numberField, textField, timeOf } from './foreign'
import { readJsonStart } from './jsonStart'
import type { Pace } from './pace'
import { signalsOf } from './pasted'
import { signalsIn } from './signals'
import type { Signal } from './signals'

/** Something that crossed the wire, and where the file says it. */
interface Crossed {
  readonly direction: 'sent' | 'received'
  readonly text: string
  readonly at: number | null
  readonly conn: string
  readonly source: string
}

/**
 * Reads a HAR file: the messages of WebSockets, which Chromium's DevTools saves, and the bodies of HTTP requests, which
 * all browsers save. It is the only record of what crossed the wire. Descriptions and candidates are looked for at any
 * depth. Each WebSocket with such messages is a connection of its own.
 */
export async function readHar(text: string, pace: Pace): Promise<Reading> {
  const builder = createDumpBuilder('har')
  const { value, isWhole } = readJsonStart(text)
  if (!isWhole) builder.cut('the file is cut off')
  const log = field(value, 'log')
  const listed = field(log, 'entries')
  const entries: unknown[] = Array.isArray(listed) ? listed : []
  for (const [index, entry] of entries.entries()) {
    await pace(index / entries.length)
    for (const crossed of [...messagesOf(entry, index), ...bodiesOf(entry, index)]) add(builder, crossed)
  }
  builder.say({ browser: browserOf(log, entries), covers: ['wire'] })
  if (builder.lines.length > 0) return builder.finish()
  return { problem: isWhole ? 'no-signals' : 'cut-off', format: 'har', detail: '' }
}

function add(builder: DumpBuilder, { direction, text, at, conn, source }: Crossed): void {
  for (const signal of signalsInText(text)) {
    if ('description' in signal && !isComplete(signal.description))
      builder.skip(`${source}: an SDP of unknown type`)
    else builder.addEvent('message', { direction, ...signal }, { at, conn, source })
  }
}

/** JSON with its frames and prefixes, else any text: SIP, records of SignalR, what a binary message has of texts. */
function signalsInText(text: string): Signal[] {
  const [, sip] = /^(BYE|CANCEL) sips?:/.exec(text) ?? []
  if (sip !== undefined) return [{ bye: sip.toLowerCase() }]
  const found = text.split(RECORD_END).flatMap((record) => signalsIn(record))
  return found.length > 0 || !/v=0|candidate:/.test(text) ? found : signalsOf(text)
}

/** SignalR ends each message with it. */
const RECORD_END = '\u001E'

/** The messages of a WebSocket. Chromium counts their time in seconds, and writes binary ones (opcode 2) in base64. */
function messagesOf(entry: unknown, index: number): Crossed[] {
  const messages = field(entry, '_webSocketMessages')
  return (Array.isArray(messages) ? (messages as unknown[]) : []).flatMap((message, place): Crossed[] => {
    const data = textField(message, 'data') ?? ''
    const time = numberField(message, 'time')
    const said = field(message, 'type')
    if (said !== 'send' && said !== 'receive') return []
    return [
      {
        direction: said === 'send' ? 'sent' : 'received',
        text: numberField(message, 'opcode') === 2 ? fromBytes(data) : data,
        at: time === null ? null : timeOf(time < 1e11 ? time * 1_000 : time),
        conn: `websocket-${index}`,
        source: `entry ${index}, message ${place}`,
      },
    ]
  })
}

/** The bodies of a request and its response, as WHIP and many examples of servers exchange descriptions (RFC 9725). */
function bodiesOf(entry: unknown, index: number): Crossed[] {
  const sent = textField(field(field(entry, 'request'), 'postData'), 'text')
  const content = field(field(entry, 'response'), 'content')
  const received = textField(content, 'text')
  const isPacked = field(content, 'encoding') === 'base64'
  const began = timeOf(field(entry, 'startedDateTime'))
  const took = numberField(entry, 'time') ?? 0
  const source = `entry ${index}`
  const bodies = [
    { direction: 'sent' as const, text: sent, at: began },
    {
      direction: 'received' as const,
      text: received !== null && isPacked ? fromBytes(received) : received,
      at: began === null ? null : began + Math.max(0, took),
    },
  ]
  return bodies.flatMap((body) =>
    body.text !== null && /v=0|candidate/.test(body.text)
      ? [{ ...body, text: body.text, conn: 'http', source }]
      : [],
  )
}

function fromBytes(base64: string): string {
  const bytes = fromBase64(base64)
  return bytes === null ? base64 : new TextDecoder().decode(bytes)
}

function isComplete(description: { type?: string; sdp?: string }): boolean {
  return description.type !== undefined && description.type !== 'rollback' && description.sdp !== undefined
}

/** The user agent of a request, else what the file says of itself. */
function browserOf(log: unknown, entries: readonly unknown[]): string | null {
  for (const entry of entries) {
    const headers = field(field(entry, 'request'), 'headers')
    const agent = Array.isArray(headers)
      ? (headers as unknown[]).find((one) => textField(one, 'name')?.toLowerCase() === 'user-agent')
      : undefined
    if (agent !== undefined) return browserName(textField(agent, 'value'), null)
  }
  const browser = field(log, 'browser')
  return (
    [textField(browser, 'name'), textField(browser, 'version')].filter((one) => one !== null).join(' ') ||
    null
  )
}
