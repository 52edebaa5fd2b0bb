import * as v from 'valibot'
import { readRecording } from '../recording/readRecording'
import type { ReadProblem, ReadResult } from '../recording/readRecording'
import { FORMAT as RECORDING_FORMAT } from '../recording/recording'
import type { Certificate } from './certificate'
import { fileSchema, FORMAT, hashOf, MAX_BYTES, VERSION } from './certificate'

/** Why a file is no certificate that can be read. `recording`: it is a recording alone. */
export type CertificateProblem =
  'too-large' | 'not-json' | 'foreign' | 'recording' | 'newer' | 'damaged' | 'unreadable'

/** Whether the hash fits. `none`: saved without one; `unchecked`: this page cannot compute it. */
export type HashResult = 'right' | 'wrong' | 'none' | 'unchecked'

export type ReadCertificate =
  | {
      readonly ok: true
      readonly certificate: Certificate
      readonly hash: HashResult
      /** The recording, replayed; or why it cannot be read; null: there is none. */
      readonly recording: Extract<ReadResult, { ok: true }> | ReadProblem | null
    }
  | { readonly ok: false; readonly reason: CertificateProblem; readonly detail: string }

const MAX_DETAIL = 200

/** Reads a file. Checks its size before its content. Never throws. */
export async function readCertificateFile(file: Blob): Promise<ReadCertificate> {
  if (file.size > MAX_BYTES) return refuse('too-large')
  try {
    return await readCertificate(await file.text())
  } catch (error) {
    return refuse('unreadable', error instanceof Error ? error.message : '')
  }
}

/** Reads the text of a certificate, checks its hash and replays its recording. Never throws, whatever it is given. */
export async function readCertificate(file: string): Promise<ReadCertificate> {
  if (file.length > MAX_BYTES) return refuse('too-large')
  let data: unknown
  try {
    data = JSON.parse(file.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refuse('not-json', error instanceof Error ? error.message : '')
  }
  const { format, version } = Object(data) as Record<string, unknown>
  if (format === RECORDING_FORMAT) return refuse('recording')
  if (format !== FORMAT) return refuse('foreign')
  if (typeof version === 'number' && version > VERSION) return refuse('newer', `version: ${String(version)}`)
  const { success, output, issues } = v.safeParse(fileSchema, data, { abortEarly: true })
  if (!success) {
    const [issue] = issues
    return refuse('damaged', `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`)
  }
  const { hash, ...certificate } = output
  return {
    ok: true,
    certificate,
    // Of the file as it is: a field that the schema would drop counts, too.
    hash: await checkHash(hash, data as Record<string, unknown>),
    recording: recordingOf(certificate),
  }
}

async function checkHash(hash: string | null, data: Record<string, unknown>): Promise<HashResult> {
  if (hash === null) return 'none'
  const { hash: _, ...content } = data
  const found = await hashOf(content)
  if (found === null) return 'unchecked'
  return found === hash ? 'right' : 'wrong'
}

function recordingOf({ recording }: Certificate): Extract<ReadResult, { ok: true }> | ReadProblem | null {
  if (recording === null) return null
  const result = readRecording(JSON.stringify(recording))
  return result.ok ? result : result.reason
}

function refuse(reason: CertificateProblem, detail = ''): ReadCertificate {
  return { ok: false, reason, detail: detail.slice(0, MAX_DETAIL) }
}
