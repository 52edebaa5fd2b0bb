import type { Message } from '../../i18n/i18n'
import { common } from '../../i18n/messages/common'
import { controlsWords } from '../../i18n/messages/controls'
import { past } from '../../i18n/messages/past'
import { tabs } from '../../i18n/messages/tabs'
import { stepNames } from '../../i18n/messages/steps'
import { STEPS, stepIndex } from '../../../machines/steps'
import type { StepId } from '../../../machines/steps'
import type { Lead } from '../../composables/leadOn'
import type { NextAction } from '../../session/nextAction'

export interface NextLabel {
  text: Message
  /** Fills `{n}` of the text. */
  n?: number
  /** Fills `{name}` of the text. */
  name?: Message
  /** The API call that the click makes, in code type. */
  api?: string
}

const PLAIN = {
  connecting: controlsWords.connecting,
  repairing: controlsWords.repairing,
  interrupted: controlsWords.interrupted,
  connected: controlsWords.whatNow,
  'start-again': common.startAgain,
  'start-together': tabs.startOver,
  'other-repairs': tabs.otherRepairs,
  'other-absent': tabs.otherAbsent,
  joining: tabs.joining,
  watching: tabs.watching,
  'start-over': controlsWords.startOver,
  'from-the-beginning': past.fromTheBeginning,
  'look-on': past.backToNow,
  'back-to-now': past.backToNow,
  'to-the-end': past.toTheEnd,
} as const

/** The label of the primary button. */
export function nextLabel(action: NextAction): NextLabel {
  switch (action.kind) {
    case 'run':
      return { text: controlsWords.run, ...named(action.step) }
    case 'retry':
      return { text: controlsWords.retry, ...named(action.step) }
    case 'other-turn':
      return { text: tabs.otherTurn, ...named(action.step), api: '' }
    case 'leave-gathering':
      return { text: controlsWords.leaveGathering }
    case 'busy':
      return busyLabel(action.step)
    case 'waiting':
      return {
        text: action.step === 'receive-answer' ? controlsWords.waitForAnswer : controlsWords.waitForOffer,
      }
    case 'running-to':
      return action.target === 'connected'
        ? { text: controlsWords.runningToConnected }
        : { text: controlsWords.runningToStep, n: stepIndex(action.target) + 1 }
    case 'restart-ice':
      return { text: controlsWords.restartIce, api: 'restartIce()' }
    default:
      return { text: PLAIN[action.kind] }
  }
}

/** The label of the primary button of a connected call: where it leads; `door` is the first door, once it is known. */
export function leadLabel(lead: Lead, door: Message | null): NextLabel {
  if (lead === 'connected') return { text: controlsWords.seeConnected }
  return lead === 'next' || door === null
    ? { text: controlsWords.whatNow }
    : { text: controlsWords.door, name: door }
}

function named(id: StepId) {
  const index = stepIndex(id)
  return { n: index + 1, name: stepNames[id], api: STEPS[index]?.api ?? '' }
}

function busyLabel(id: StepId): NextLabel {
  if (id === 'capture-media' || id === 'prepare-callee-media') return { text: controlsWords.waitForDevices }
  if (id === 'gather-candidates') return { text: controlsWords.waitForCandidates }
  const { n, api } = named(id)
  return { text: controlsWords.waitForCall, n, api }
}
