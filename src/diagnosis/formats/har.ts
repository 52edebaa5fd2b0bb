import type { Reading } from '../dump'
import { createDumpBuilder } from './builder'
import { browserName } from './browserName'
import { field, numberField, textField, timeOf } from './foreign'
import { readJsonStart } from './jsonStart'
import type { Pace } from './pace'
import { signalsIn } from './signals'

/**
 * Reads a HAR file that Chromium's DevTools saved: the messages of WebSockets, the only record of what crossed the wire.
 * Descriptions and candidates are looked for at any depth. Each WebSocket with such messages is a connection of its own.
 */
export async function readHar(text: string, pace: Pace): Promise<Reading> {
  const builder = createDumpBuilder('har')
  const { value, isWhole } = readJsonStart(text)
  if (!isWhole) builder.skip('the file is cut off')
  const log = field(value, 'log')
  const listed = field(log, 'entries')
  const entries: unknown[] = Array.isArray(listed) ? listed : []
  for (const [index, entry] of entries.entries()) {
    await pace(index / entries.length)
    const messages = field(entry, '_webSocketMessages')
    if (!Array.isArray(messages)) continue
    for (const [place, message] of (messages as unknown[]).entries()) {
      const data = textField(message, 'data') ?? ''
      const time = numberField(message, 'time')
      const said = field(message, 'type')
      if (said !== 'send' && said !== 'receive') continue
      const direction = said === 'send' ? 'sent' : 'received'
      for (const signal of signalsIn(data)) {
        if ('description' in signal && !isComplete(signal.description)) {
          builder.skip(`entry ${index}, message ${place}: an SDP of unknown type`)
          continue
        }
        builder.addEvent(
          'message',
          { direction, ...signal },
          {
            // Chromium counts seconds here.
            at: time === null ? null : timeOf(time < 1e11 ? time * 1_000 : time),
            conn: `websocket-${index}`,
            source: `entry ${index}, message ${place}`,
          },
        )
      }
    }
  }
  builder.say({ browser: browserOf(log, entries), covers: ['wire'] })
  if (builder.lines.length === 0 && !isWhole) return { problem: 'cut-off', format: 'har', detail: '' }
  return builder.finish()
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
