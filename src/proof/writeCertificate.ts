import * as v from 'valibot'
import { MARKS } from '../labs/marks'
import type { Progress } from '../progress/learnerProgress'
import type { Recording } from '../recording/recording'
import { redactRecording } from '../recording/redactRecording'
import { writeRecording } from '../recording/writeRecording'
import type { Certificate } from './certificate'
import { certificateSchema, FORMAT, hashOf, VERSION } from './certificate'
import { fingerprintsOf } from './identity'
import { readCertificate } from './readCertificate'

/** What a student hands in. */
export interface HandIn {
  readonly name: string
  readonly explanation: string
  readonly progress: Progress
  /** Redacted or not: what identifies machines and networks is replaced before it is written. null: none. */
  readonly recording: Recording | null
  readonly made: Date
}

/** The content of a certificate. Throws if the recording could not be opened again (writeRecording). */
export async function makeCertificate({
  name,
  explanation,
  progress,
  recording,
  made,
}: HandIn): Promise<Certificate> {
  const isMark = (mark: string): mark is (typeof MARKS)[number] => (MARKS as readonly string[]).includes(mark)
  return v.parse(certificateSchema, {
    format: FORMAT,
    version: VERSION,
    name: name.trim(),
    made: made.toISOString(),
    explanation: explanation.trim(),
    steps: progress.steps,
    labs: Object.entries(progress.labs).map(([id, { marks, actions }]) => ({
      id,
      marks: marks.filter(isMark),
      actions,
    })),
    guesses: Object.entries(progress.predictions).map(([id, tally]) => ({ id, ...tally })),
    fingerprints: recording === null ? [] : await fingerprintsOf(recording),
    recording: recording && (JSON.parse(writeRecording(redactRecording(recording))) as object),
  })
}

/**
 * The file of a certificate, and whether it has a hash. Throws for what could not be read again: then there is nothing
 * to hand in.
 */
export async function writeCertificate(handIn: HandIn): Promise<{ file: string; hasHash: boolean }> {
  const certificate = await makeCertificate(handIn)
  const hash = await hashOf(certificate)
  const file = `${JSON.stringify({ ...certificate, hash }, null, 1)}\n`
  const result = await readCertificate(file)
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`)
  return { file, hasHash: hash !== null }
}

/** A name for the file: the student and the day, without what a file system refuses. */
export function certificateName({ name, made }: Pick<HandIn, 'name' | 'made'>): string {
  const words = name
    .trim()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return `handshake-certificate-${words || 'unnamed'}-${made.toISOString().slice(0, 10)}.json`
}
