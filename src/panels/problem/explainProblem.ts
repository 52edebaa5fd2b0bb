import type { Problem } from '../../../machines/contracts'
import type { StepId } from '../../../machines/steps'
import type { Message } from '../../i18n/i18n'
import { fill } from '../../i18n/i18n'
import { problemHints, problemMeanings, problemTitles } from '../../i18n/messages/problems'

/** A way out of a problem, as a button. */
export type Way = 'retry' | 'test-pattern' | 'ice-servers' | 'restart' | 'reload'

export interface Explanation {
  title: Message
  meaning: Message
  /** What to do outside this page. */
  hints: readonly Message[]
  ways: readonly Way[]
}

interface Rule {
  kind: keyof typeof problemTitles
  name: string
  /** What its message says, where a name has several meanings. */
  says?: RegExp
  /** Where it can only mean this, whatever its message says. */
  steps?: readonly StepId[]
  hints?: readonly (keyof typeof problemHints)[]
  ways: readonly Way[]
}

const AGAIN: readonly Way[] = ['retry', 'restart']
const MEDIA: readonly Way[] = ['test-pattern', 'retry']
const SERVERS: readonly Way[] = ['ice-servers', 'retry']

/** The first that fits. The texts are those of Chromium 156 and Firefox 153, as they were measured. */
const RULES: readonly Rule[] = [
  {
    kind: 'denied',
    name: 'NotAllowedError',
    hints: ['allow-chromium', 'allow-firefox', 'allow-system'],
    ways: MEDIA,
  },
  { kind: 'no-device', name: 'NotFoundError', hints: ['plug-in'], ways: MEDIA },
  { kind: 'busy', name: 'NotReadableError', hints: ['free-device'], ways: MEDIA },
  { kind: 'constraint', name: 'OverconstrainedError', ways: MEDIA },
  { kind: 'aborted', name: 'AbortError', hints: ['free-device'], ways: MEDIA },
  { kind: 'forbidden', name: 'SecurityError', ways: MEDIA },
  {
    kind: 'insecure',
    name: 'TypeError',
    says: /undefined.*getUserMedia|getUserMedia.*undefined/s,
    hints: ['open-secure'],
    ways: ['test-pattern'],
  },
  { kind: 'no-kinds', name: 'TypeError', says: /audio (?:and|and\/or) video/, ways: MEDIA },
  { kind: 'argument', name: 'TypeError', ways: AGAIN },

  { kind: 'ice-url', name: 'SyntaxError', ways: SERVERS },
  { kind: 'turn-login', name: 'InvalidAccessError', says: /credential|username/i, ways: SERVERS },
  { kind: 'stuns', name: 'NotSupportedError', says: /stuns/, ways: SERVERS },
  { kind: 'not-supported', name: 'NotSupportedError', ways: AGAIN },
  {
    kind: 'too-many',
    name: 'UnknownError',
    says: /so many PeerConnections/,
    hints: ['wait'],
    ways: ['retry', 'reload'],
  },

  // Only the wire is used in these two, and Firefox's message does not name it.
  {
    kind: 'wire-closed',
    name: 'InvalidStateError',
    steps: ['send-offer', 'send-answer'],
    ways: ['restart'],
  },
  { kind: 'closed', name: 'InvalidStateError', says: /closed/, ways: ['restart'] },
  { kind: 'no-remote', name: 'InvalidStateError', says: /remote ?description/i, ways: AGAIN },
  { kind: 'wrong-state', name: 'InvalidStateError', ways: AGAIN },
  { kind: 'changed-sdp', name: 'InvalidModificationError', ways: AGAIN },
  { kind: 'track-twice', name: 'InvalidAccessError', says: /sender/i, ways: AGAIN },
  {
    kind: 'incomplete-sdp',
    name: 'InvalidAccessError',
    says: /fingerprint|ufrag|rtcp-mux|setup/i,
    ways: AGAIN,
  },
  { kind: 'sections', name: 'InvalidAccessError', says: /m-line|m-section/i, ways: AGAIN },
  { kind: 'invalid-access', name: 'InvalidAccessError', ways: AGAIN },
  { kind: 'bad-sdp', name: 'OperationError', says: /parse/i, ways: AGAIN },
  { kind: 'candidate', name: 'OperationError', says: /candidate|ufrag/i, ways: AGAIN },
  { kind: 'operation', name: 'OperationError', ways: AGAIN },
  { kind: 'clone', name: 'DataCloneError', ways: AGAIN },
]

const UNKNOWN: Omit<Rule, 'name'> = { kind: 'unknown', ways: AGAIN }

/** What an exception of the browser means here, and the ways out of it. Pure. */
export function explainProblem(problem: Problem, step: StepId | null): Explanation {
  const { constraint = '?' } = problem
  const { kind, hints, ways } = RULES.find((rule) => fits(rule, problem, step)) ?? UNKNOWN
  const meaning = problemMeanings[kind]
  return {
    title: problemTitles[kind],
    meaning: { zh: fill(meaning.zh, { constraint }), en: fill(meaning.en, { constraint }) },
    hints: hints?.map((hint) => problemHints[hint]) ?? [],
    ways,
  }
}

/** Steps that capture; elsewhere a test pattern is no way out. */
function fits({ name, says, steps, ways }: Rule, problem: Problem, step: StepId | null): boolean {
  const captures = step === null || step === 'capture-media' || step === 'prepare-callee-media'
  return (
    name === problem.name &&
    (says?.test(problem.message) ?? true) &&
    (steps === undefined || (step !== null && steps.includes(step))) &&
    (captures || !ways.includes('test-pattern'))
  )
}
