import type { CallFrame } from './callFrame'
import { shownAction } from './nextAction'
import type { NextAction } from './nextAction'

/** What play does about an action: takes it, waits for another, or stops because the learner must choose. */
export type PlayChoice = 'act' | 'wait' | 'stop'

const CHOICES: Readonly<Record<NextAction['kind'], PlayChoice>> = {
  run: 'act',
  'restart-ice': 'act',
  'look-on': 'act',
  'back-to-now': 'act',
  'to-the-end': 'act',
  // The learner decides whether to stop waiting for candidates.
  'leave-gathering': 'wait',
  busy: 'wait',
  waiting: 'wait',
  'running-to': 'wait',
  connecting: 'wait',
  repairing: 'wait',
  interrupted: 'wait',
  'other-turn': 'wait',
  'other-repairs': 'wait',
  'other-absent': 'wait',
  joining: 'wait',
  watching: 'stop',
  connected: 'stop',
  retry: 'stop',
  'start-over': 'stop',
  'start-again': 'stop',
  'start-together': 'stop',
  'from-the-beginning': 'stop',
}

/** How play treats an action. */
export function playChoice({ kind }: NextAction): PlayChoice {
  return CHOICES[kind]
}

/** Whether the call runs by itself: play is on, or a run to a step is. */
export function isRunning({ playing, runningTo }: Pick<CallFrame, 'playing' | 'runningTo'>): boolean {
  return playing || runningTo !== null
}

/** Whether the play button and its key have anything to do. */
export function canTogglePlay(frame: CallFrame): boolean {
  return isRunning(frame) || playChoice(shownAction(frame)) !== 'stop'
}
