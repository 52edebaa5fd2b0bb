import * as v from 'valibot'
import { labSchema, labWordsSchema } from './labSchema'
import type { LoadedLab } from './labTexts'
import { wordGaps } from './wordGaps'

/* A teacher's lab in one file: { "format": "handshake-lab", "version": 1, "lab": …, "zh": …, "en": … }, with the words
   in one language or both. Limits as for recordings: nothing of the file runs before all of it has been checked. */

const FORMAT = 'handshake-lab'
const VERSION = 1
const MAX_BYTES = 200_000
const MAX_DETAIL = 200

/** Why a lab was not opened. */
export type LabProblem = 'too-large' | 'not-json' | 'foreign' | 'newer' | 'damaged' | 'unreadable'

export type ReadLab = { ok: true; lab: LoadedLab } | { ok: false; reason: LabProblem; detail: string }

const file = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  lab: labSchema,
  zh: v.exactOptional(labWordsSchema),
  en: v.exactOptional(labWordsSchema),
})

/** Reads a chosen or dropped file. Checks its size before its content. Never throws. */
export async function readLabFile(chosen: Blob): Promise<ReadLab> {
  if (chosen.size > MAX_BYTES) return refuse('too-large', '')
  try {
    return readLab(await chosen.text())
  } catch (error) {
    return refuse('unreadable', error instanceof Error ? error.message : '')
  }
}

/** Reads the text of a lab, or returns why it cannot. Never throws, whatever it is given. */
export function readLab(text: string): ReadLab {
  if (text.length > MAX_BYTES) return refuse('too-large', '')
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return refuse('not-json', error instanceof Error ? error.message : '')
  }
  const { format, version } = Object(data) as Record<string, unknown>
  if (format !== FORMAT) return refuse('foreign', '')
  if (typeof version === 'number' && version > VERSION) return refuse('newer', `version: ${String(version)}`)
  if (hasServers(data)) return refuse('damaged', 'iceServers')
  const { success, output, issues } = v.safeParse(file, data, { abortEarly: true })
  if (!success) {
    const [issue] = issues
    return refuse('damaged', [v.getDotPath(issue), issue.message].filter((part) => part !== null).join(': '))
  }
  const { lab, zh, en } = output
  const first = zh ?? en
  if (first === undefined) return refuse('damaged', 'zh, en')
  const words = { zh: first, en: en ?? first }
  const gaps = [...wordGaps(lab, words.zh), ...wordGaps(lab, words.en)]
  return gaps[0] === undefined ? { ok: true, lab: { lab, words } } : refuse('damaged', gaps[0])
}

/** Whether the file names ICE servers anywhere: opening a lab must not make the browser talk to anyone. */
function hasServers(data: unknown): boolean {
  const open: unknown[] = [data]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (typeof part !== 'object' || part === null) continue
    if ('iceServers' in part) return true
    open.push(...Object.values(part).filter((one) => one !== undefined))
  }
  return false
}

function refuse(reason: LabProblem, detail: string): ReadLab {
  return { ok: false, reason, detail: detail.slice(0, MAX_DETAIL) }
}
