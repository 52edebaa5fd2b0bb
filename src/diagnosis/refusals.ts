import type { Problem } from '../../machines/contracts'
import { recognise } from '../errors/recognise'
import { isLine } from './applied'
import type { DumpLine } from './dump'
import type { History } from './history'
import type { Fault } from './verdict'

/** The faults that the text of a refusal names by itself. */
export type RefusalFault = Extract<
  Fault,
  'wrong-state' | 'early-candidate' | 'sections-out-of-order' | 'sdp-damaged' | 'dtls-roles'
>

/** A method that was refused, and what its text says. */
export interface Refusal {
  readonly fault: RefusalFault | null
  readonly method: string
  readonly problem: Problem
  readonly seq: number
  readonly at: number | null
}

/* The texts of Chromium 80 to 156, Firefox and Safari. The order counts: a text about the order of sections also has
   the words of a broken description. */
const TEXTS: readonly (readonly [RefusalFault, RegExp])[] = [
  ['dtls-roles', /SSL role|DTLS role|must use (?:either )?act|setup attribute|\ba=setup\b|invalid setup/i],
  [
    'sections-out-of-order',
    /order of m-?lines|m-?lines?\b.*(?:match|order|mismatch)|(?:different|wrong) number of m-|media type of m-?line|m-?sections?.*(?:order|match)/i,
  ],
  ['early-candidate', /remote ?description (?:was|is) (?:null|not set)|no remote ?description/i],
  [
    'sdp-damaged',
    /pars(?:e|ing) (?:SessionDescription|SDP|the)|Expect line|Invalid SDP|\[object Object\]|SessionDescription is NULL|not (?:a )?valid SDP/i,
  ],
  [
    'sdp-damaged',
    /RTCP[ -]?mux|rtcpMux|without ice-ufrag|no ice-(?:ufrag|pwd)|without DTLS fingerprint|no fingerprint/i,
  ],
]

const BY_ERROR: Readonly<Record<string, RefusalFault>> = {
  'm-line-order': 'sections-out-of-order',
  'sdp-parse-error': 'sdp-damaged',
  'ice-credentials-missing': 'sdp-damaged',
  'fingerprint-missing': 'sdp-damaged',
  'rtcp-mux-missing': 'sdp-damaged',
  'sdp-modified': 'sdp-damaged',
  'setup-role': 'dtls-roles',
  'remote-description-null': 'early-candidate',
  'wrong-state-stable': 'wrong-state',
  'wrong-state-have-local-offer': 'wrong-state',
  'wrong-state-have-remote-offer': 'wrong-state',
  'cannot-create-answer': 'wrong-state',
  'cannot-create-offer': 'wrong-state',
  'rollback-refused': 'wrong-state',
}

/** The fault that an error text names; null: it names another one, or none of ours. */
export function faultOfText(problem: Problem, method: string): RefusalFault | null {
  const text = `${problem.name}: ${problem.message}`
  // Calls after close() are the app's clean-up.
  if (/signalingState is 'closed'|is closed|in state closed|wrong state: k?closed/i.test(text)) return null
  const found = TEXTS.find(([, pattern]) => pattern.test(text))?.[0]
  if (found !== undefined) return found
  const { card, error } = recognise(problem, [method])
  if (error !== null && Object.hasOwn(BY_ERROR, error)) return BY_ERROR[error] ?? null
  return card === 'wrong-state' && method !== 'addIceCandidate' ? 'wrong-state' : null
}

/** The refusals of one connection, in order. */
export function refusalsOf({ lines }: History): Refusal[] {
  return lines.flatMap((line) => {
    const method = methodOf(line)
    if (method === null) return []
    const problem = line.value as Problem
    return [{ fault: faultOfText(problem, method), method, problem, seq: line.seq, at: line.at }]
  })
}

function methodOf(line: DumpLine): string | null {
  return isLine(
    line,
    'createOfferOnFailure',
    'createAnswerOnFailure',
    'setLocalDescriptionOnFailure',
    'setRemoteDescriptionOnFailure',
    'addIceCandidateOnFailure',
  )
    ? line.name.slice(0, -'OnFailure'.length)
    : null
}
