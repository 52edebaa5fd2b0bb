import type { Message } from '../../i18n/i18n'
import { common } from '../../i18n/messages/common'
import { hand } from '../../i18n/messages/controls'
import { past } from '../../i18n/messages/past'
import { tabs } from '../../i18n/messages/tabs'
import { stepNames } from '../../i18n/messages/steps'
import { STEPS, stepIndex } from '../../../machines/steps'
import type { StepId } from '../../../machines/steps'
import type { NextAction } from '../../call/nextAction'

export interface NextLabel {
  text: Message
  /** Fills `{n}` of the text. */
  n?: number
  /** Fills `{name}` of the text. */
  name?: Message
  /** What the click will call, in code type. */
  api?: string
}

const PLAIN = {
  connecting: hand.connecting,
  repairing: hand.repairing,
  interrupted: hand.interrupted,
  connected: hand.connected,
  'start-again': common.startAgain,
  'start-together': tabs.startOver,
  'other-repairs': tabs.otherRepairs,
  'other-absent': tabs.otherAbsent,
  joining: tabs.joining,
  watching: tabs.watching,
  'start-over': hand.startOver,
  'from-the-beginning': past.fromTheBeginning,
  'look-on': past.backToNow,
  'back-to-now': past.backToNow,
} as const

/** The words of the primary button. */
export function nextLabel(action: NextAction): NextLabel {
  switch (action.kind) {
    case 'run':
      return { text: hand.run, ...named(action.step) }
    case 'retry':
      return { text: hand.retry, ...named(action.step) }
    case 'other-turn':
      return { text: tabs.otherTurn, ...named(action.step), api: '' }
    case 'leave-gathering':
      return { text: hand.leaveGathering }
    case 'busy':
      return busyLabel(action.step)
    case 'waiting':
      return { text: action.step === 'receive-answer' ? hand.waitForAnswer : hand.waitForOffer }
    case 'running-to':
      return action.target === 'connected'
        ? { text: hand.runningToConnected }
        : { text: hand.runningToStep, n: stepIndex(action.target) + 1 }
    case 'restart-ice':
      return { text: hand.restartIce, api: 'restartIce()' }
    default:
      return { text: PLAIN[action.kind] }
  }
}

function named(id: StepId) {
  const index = stepIndex(id)
  return { n: index + 1, name: stepNames[id], api: STEPS[index]?.api ?? '' }
}

function busyLabel(id: StepId): NextLabel {
  if (id === 'capture-media' || id === 'prepare-callee-media') return { text: hand.waitForDevices }
  if (id === 'gather-candidates') return { text: hand.waitForCandidates }
  const { n, api } = named(id)
  return { text: hand.waitForCall, n, api }
}
