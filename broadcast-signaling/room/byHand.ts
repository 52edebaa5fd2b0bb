import * as v from 'valibot'
import { sentDescription } from '../message'
import { fromBase64, toBase64Url } from './base64'
import { deflate, inflate } from './deflate'
import { openLayer, typeOfSdp, unwrap, withLineEnds } from './pastedText'

/** A whole description, without trickle: its candidates are in its SDP. */
export interface HandDescription {
  type: 'offer' | 'answer'
  sdp: string
}

/**
 * Why a text is not a description. empty: nothing was pasted. too-long: more than a description can be. cut: it begins
 * like one, but its end is missing. damaged: our link, but changed on the way. candidate: a candidate, which is only a
 * part. no-type: an SDP that could be either; the learner has to say. no-sdp: a description without text. unknown: none of
 * the shapes.
 */
export type HandProblem =
  'empty' | 'too-long' | 'cut' | 'damaged' | 'candidate' | 'no-type' | 'no-sdp' | 'unknown'

/** What our own texts say beside the description; another program's say neither. */
export interface HandNote {
  /** When it was made: milliseconds since 1970, in whole seconds. */
  made?: number
  /** Of an answer: the ICE user name fragment of the offer that it answers. */
  answers?: string
}

export type HandResult =
  | ({ ok: true; description: HandDescription; hasCandidates: boolean } & HandNote)
  | { ok: false; problem: HandProblem; sdp?: string }

/** Characters: an SDP as the guard of messages takes it, with every sign escaped. */
const MOST = 1024 * 1024
const MOST_SDP = 256 * 1024
/** How often a text may be wrapped in another: base64 of escaped JSON, for example. */
const DEEPEST = 4

/** A description as JSON, as `JSON.stringify(pc.localDescription)` gives it, with our note. */
export function writeHandText({ type, sdp }: HandDescription, { made, answers }: HandNote = {}): string {
  const time = made === undefined ? {} : { made: new Date(made).toISOString() }
  return JSON.stringify({ type, sdp, ...time, ...(answers !== undefined && { answers }) })
}

/** A description for the fragment of a link: `offer=1.` and the compressed SDP as base64url. Browsers send it to nobody. */
export async function writeHandFragment(
  { type, sdp }: HandDescription,
  { made, answers }: HandNote = {},
): Promise<string> {
  const bytes = await deflate(new TextEncoder().encode(sdp))
  const time = made === undefined ? '' : `&made=${Math.floor(made / 1000).toString(36)}`
  const of = answers === undefined ? '' : `&answers=${encodeURIComponent(answers)}`
  return `${type}=1.${toBase64Url(bytes ?? new Uint8Array())}${time}${of}`
}

/** The ICE user name fragment of a description: random, so it tells one description from all others (RFC 8839 §5.4). */
export function ufragOf(sdp: string): string | null {
  return /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1] ?? null
}

/**
 * Reads what a learner pasted: our link or its fragment, `{ type, sdp }` as JSON (also inside another object, escaped, or
 * as a string), base64 of these, or a bare SDP. White space, quotes and code fences around it do not matter. Never
 * throws.
 */
export async function readHandText(pasted: string): Promise<HandResult> {
  if (pasted.length > MOST) return failed('too-long')
  const link = /(?:^|[#&?\s])(offer|answer)=1\.([\w-]*)((?:&[\w=%.-]*)*)/.exec(pasted)
  if (link) return readLink(link[1] as 'offer' | 'answer', link[2] ?? '', link[3] ?? '')
  return readLayer(pasted, DEEPEST)
}

async function readLink(type: 'offer' | 'answer', data: string, note: string): Promise<HandResult> {
  const bytes = fromBase64(data)
  const plain = bytes && (await inflate(bytes, MOST_SDP))
  if (!plain) return failed('damaged')
  const sdp = new TextDecoder().decode(plain)
  if (!sdp.startsWith('v=0')) return failed('damaged')
  const fields = new URLSearchParams(note)
  const made = Number.parseInt(fields.get('made') ?? '', 36) * 1000
  return withNote(accept(type, sdp), made, fields.get('answers'))
}

function withNote(result: HandResult, made: number, answers: unknown): HandResult {
  if (!result.ok) return result
  return {
    ...result,
    ...(Number.isFinite(made) && { made }),
    ...(typeof answers === 'string' && answers !== '' && { answers }),
  }
}

/** Reads one layer of a text, and what is wrapped in it. */
function readLayer(pasted: string, depth: number): HandResult {
  const text = unwrap(pasted)
  if (text === '') return failed('empty')
  if (depth === 0) return failed('unknown')
  if (/^(a=)?candidate:/.test(text)) return failed('candidate')
  if (text.startsWith('v=0')) return readSdp(text)
  const layer = openLayer(text)
  if (layer === null) return failed(/^[{["]/.test(text) && !/[}\]"]$/.test(text) ? 'cut' : 'unknown')
  if ('text' in layer) return readLayer(layer.text, depth - 1)
  return typeof layer.json === 'object' && layer.json !== null
    ? readObject(layer.json, depth)
    : failed('unknown')
}

function readObject(json: object, depth: number): HandResult {
  const { type, sdp, candidate, description, offer, answer, made, answers } = json as Record<string, unknown>
  if (typeof sdp === 'string') {
    if (sdp.trim() === '') return failed('no-sdp')
    const result = type === 'offer' || type === 'answer' ? accept(type, sdp) : readSdp(sdp)
    return withNote(result, typeof made === 'string' ? Date.parse(made) : Number.NaN, answers)
  }
  if (typeof candidate === 'string') return failed('candidate')
  const inner = [description, sdp, offer, answer].find((value) => typeof value === 'object' && value !== null)
  if (inner) return depth > 1 ? readObject(inner, depth - 1) : failed('unknown')
  return failed(type === 'offer' || type === 'answer' ? 'no-sdp' : 'unknown')
}

/** A bare SDP. */
function readSdp(text: string): HandResult {
  const sdp = withLineEnds(text)
  const type = typeOfSdp(sdp)
  return type === null ? { ok: false, problem: 'no-type', sdp } : accept(type, sdp)
}

function accept(type: 'offer' | 'answer', text: string): HandResult {
  const sdp = withLineEnds(text)
  const { success, output } = v.safeParse(sentDescription, { type, sdp })
  if (!success) return failed('too-long')
  if (!sdp.startsWith('v=0')) return failed('no-sdp')
  return { ok: true, description: { type, sdp: output.sdp }, hasCandidates: /^a=candidate:/m.test(sdp) }
}

function failed(problem: HandProblem): HandResult {
  return { ok: false, problem }
}
