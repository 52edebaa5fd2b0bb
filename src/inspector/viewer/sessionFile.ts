import { saveFile } from '../../browser/saveFile'
import { isRecord, readMessage } from '../inspectorMessages'
import type { InspectorMessage } from '../inspectorMessages'

const FORMAT = 'handshake-inspection'
/** Increases with every change that an older reader would misread. */
const VERSION = 1
/** Characters: a session of ten thousand events with the context of each. */
export const MAX_LENGTH = 50_000_000
/** More would make the table and the charts slow. */
export const MAX_MESSAGES = 50_000

/** Why a file is not opened as a session. */
export type SessionProblem = 'too-large' | 'not-json' | 'foreign' | 'newer' | 'damaged' | 'unreadable'

export type SessionResult =
  | { readonly ok: true; readonly messages: readonly InspectorMessage[] }
  | { readonly ok: false; readonly reason: SessionProblem }

/** The messages of a session as a file: JSON with each message on a line of its own, so that sessions can be compared. */
export function writeSession(messages: readonly InspectorMessage[]): string {
  const lines = messages.map((message) => `    ${JSON.stringify(message)}`).join(',\n')
  return `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "messages": [\n${lines}\n  ]\n}\n`
}

/** Offers a session as a file to save. */
export function saveSession(messages: readonly InspectorMessage[]): void {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  saveFile(`inspection-${time}.json`, 'application/json', writeSession(messages))
}

/** Reads the text of a session file. Never throws, whatever it is given. */
export function readSession(text: string): SessionResult {
  if (text.length > MAX_LENGTH) return refuse('too-large')
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return refuse('not-json')
  }
  if (!isRecord(data) || data['format'] !== FORMAT) return refuse('foreign')
  const { version, messages } = data
  if (typeof version === 'number' && version > VERSION) return refuse('newer')
  if (version !== VERSION || !Array.isArray(messages)) return refuse('damaged')
  if (messages.length > MAX_MESSAGES) return refuse('too-large')
  const read = messages.map(readMessage)
  return read.every((message) => message !== null) ? { ok: true, messages: read } : refuse('damaged')
}

/** Reads a chosen file. Never rejects. */
export async function readSessionFile(file: Blob): Promise<SessionResult> {
  if (file.size > 4 * MAX_LENGTH) return refuse('too-large')
  try {
    return readSession(await file.text())
  } catch {
    return refuse('unreadable')
  }
}

function refuse(reason: SessionProblem): SessionResult {
  return { ok: false, reason }
}
