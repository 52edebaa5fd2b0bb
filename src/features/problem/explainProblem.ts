import type { Problem } from '../../../machines/contracts'
import type { StepId } from '../../../machines/steps'
import type { CardKind } from '../../errors/cardKinds'
import type { ErrorId } from '../../errors/errorIds'
import { recognise } from '../../errors/recognise'
import { STEP_METHODS } from '../../errors/stepMethods'
import type { Message } from '../../i18n/i18n'
import { fill } from '../../i18n/i18n'
import { problemHints, problemMeanings, problemTitles } from '../../i18n/messages/problems'

/** An action against a problem, as a button. */
export type RecoveryAction =
  'see-recordings' | 'retry' | 'test-pattern' | 'ice-servers' | 'restart' | 'reload'

export interface Explanation {
  title: Message
  meaning: Message
  /** What to do outside this page. */
  hints: readonly Message[]
  actions: readonly RecoveryAction[]
  /** What each card offers; the default is to retry or to start again. */
  error: ErrorId | null
}

interface Card {
  hints?: readonly (keyof typeof problemHints)[]
  actions: readonly RecoveryAction[]
}

const AGAIN: Card = { actions: ['retry', 'restart'] }
const SERVERS: Card = { actions: ['ice-servers', 'retry'] }
const RESTART: Card = { actions: ['restart'] }
const MEDIA: readonly RecoveryAction[] = ['test-pattern', 'retry']

/** What each card offers; those that are not here: to retry, or to start afresh. */
const CARDS: Partial<Record<CardKind, Card>> = {
  denied: { hints: ['allow-chromium', 'allow-firefox', 'allow-system'], actions: MEDIA },
  'no-device': { hints: ['plug-in'], actions: MEDIA },
  busy: { hints: ['free-device'], actions: MEDIA },
  constraint: { actions: MEDIA },
  aborted: { hints: ['free-device'], actions: MEDIA },
  forbidden: { actions: MEDIA },
  'no-kinds': { actions: MEDIA },
  insecure: { hints: ['open-secure'], actions: ['test-pattern'] },
  'no-webrtc': { actions: ['see-recordings'] },
  'ice-url': SERVERS,
  'turn-login': SERVERS,
  stuns: SERVERS,
  'too-many': { hints: ['wait'], actions: ['retry', 'reload'] },
  'wire-closed': RESTART,
  closed: RESTART,
}

/** What an exception of the browser means here, and the actions against it. Pure. */
export function explainProblem(problem: Problem, step: StepId | null): Explanation {
  const { constraint = '?' } = problem
  const { card, error } = recogniseHere(problem, step)
  const { hints = [], actions } = CARDS[card] ?? AGAIN
  const meaning = problemMeanings[card]
  return {
    title: problemTitles[card],
    meaning: { zh: fill(meaning.zh, { constraint }), en: fill(meaning.en, { constraint }) },
    hints: hints.map((hint) => problemHints[hint]),
    actions,
    error,
  }
}

/** Only two steps capture media; in the others a test pattern would not help, and the card would mislead. */
function recogniseHere(problem: Problem, step: StepId | null): ReturnType<typeof recognise> {
  const found = recognise(problem, step === null ? [] : STEP_METHODS[step])
  const captures = step === null || step === 'capture-media' || step === 'prepare-callee-media'
  const misleads = !captures && (CARDS[found.card]?.actions.includes('test-pattern') ?? false)
  return misleads ? { card: 'unknown', error: null } : found
}
