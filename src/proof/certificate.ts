import * as v from 'valibot'
import { STEP_IDS } from '../../machines/steps'
import { canonical } from '../diagnosis/canonical'
import { MARKS } from '../labs/marks'
import { MAX_BYTES as MAX_RECORDING } from '../recording/recording'
import { sha256 } from './hash'

/* A certificate is what a student hands in: one JSON file with what was done, a recording of an own call, and an
   explanation. Nobody signs it. Its hash shows a change by accident; whoever means to cheat can compute a new one. */

export const FORMAT = 'handshake-certificate'
/** Increases with every change that an older reader would misread. */
export const VERSION = 1
/** Bytes: a recording and the rest. */
export const MAX_BYTES = MAX_RECORDING + 1_000_000
/** Characters. */
export const MAX_NAME = 80
export const MAX_EXPLANATION = 20_000
const MOST = 500

const text = (length: number) => v.pipe(v.string(), v.maxLength(length))
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9))
const id = v.pipe(v.string(), v.regex(/^[a-z\d-]{1,64}$/))
const hex = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/))
const time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))

/** The fields of version 1. The recording is checked by its own reader. */
export const certificateSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  /** As the student typed it. */
  name: v.pipe(text(MAX_NAME), v.minLength(1)),
  /** When it was saved: ISO 8601 in UTC. */
  made: time,
  explanation: text(MAX_EXPLANATION),
  /** Steps run at least once. */
  steps: v.pipe(v.array(v.picklist(STEP_IDS)), v.maxLength(STEP_IDS.length)),
  /** Solved labs: all goals of each were met. `unaided` is among the marks of a lab solved without a hint. */
  labs: v.pipe(
    v.array(
      v.strictObject({
        id,
        marks: v.pipe(v.array(v.picklist(MARKS)), v.maxLength(MARKS.length)),
        actions: count,
      }),
    ),
    v.maxLength(MOST),
  ),
  /** By question: how often it was guessed right and wrong. */
  guesses: v.pipe(v.array(v.strictObject({ id, right: count, wrong: count })), v.maxLength(MOST)),
  /** The SHA-256 of each certificate fingerprint of the call, made before redaction: they tell whether two calls are one. */
  fingerprints: v.pipe(v.array(hex), v.maxLength(MOST)),
  /** A redacted recording as its own file has it; null: none. */
  recording: v.nullable(v.looseObject({})),
})

export type Certificate = v.InferOutput<typeof certificateSchema>

/** A certificate as its file has it: `hash` covers everything else; null: it was saved where browsers offer no hash. */
export const fileSchema = v.strictObject({ ...certificateSchema.entries, hash: v.nullable(hex) })

/** The hash of a certificate: the order of its fields and its white space do not count. null: see `sha256`. */
export function hashOf(content: Readonly<Record<string, unknown>>): Promise<string | null> {
  return sha256(canonical(content))
}
