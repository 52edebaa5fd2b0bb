import type { End } from '../../../machines/steps'
import type { Message } from '../../i18n/i18n'
import { trayWords } from '../../i18n/messages/bench'
import { labs } from '../../i18n/messages/labs'
import { kindOf } from '../../labs/condition'
import type { RouteAction } from '../../labs/lab'
import { contextAt } from '../../labs/moment'
import type { LabHistory } from '../../labs/moment'
import { operationCode } from '../../projections/operationCode'

/** One action of a route, as a row of its drawing. */
export interface RouteStep {
  /** Which line it stands on: that of an end, or the wire. */
  readonly at: End | 'wire'
  /** What was done: words for the tray and for a wait, code otherwise. */
  readonly words: Message | null
  readonly code: string
  /** The name of the error if it was refused; empty otherwise. */
  readonly refused: string
  /** Whether nothing is done: the route waits for something. */
  readonly isWait: boolean
  /** The moment of the history; null for a route that has not run here. */
  readonly index: number | null
}

const TRAY = {
  'tray.deliver': trayWords.deliver,
  'tray.drop': trayWords.drop,
  'tray.repeat': trayWords.repeat,
  'tray.edit': trayWords.edit,
  'tray.move': trayWords.move,
} as const

/** The actions of a learner between two positions of a history. */
export function ownSteps(history: LabHistory, start: number, end: number): RouteStep[] {
  const steps: RouteStep[] = []
  for (let index = start; index < end; index += 1) {
    const event = history.trace[index]
    if (event?.kind !== 'intent' || (event.conn !== 'caller' && event.conn !== 'callee')) continue
    const at: End = event.conn
    const before = contextAt(history, index, at).bench
    switch (event.name) {
      case 'bench.run': {
        // Its outcome may come later; its number is that of the next operation.
        const outcome = contextAt(history, end, at).bench.operations[before.operations.length]
        const refused = outcome?.problem?.name ?? ''
        steps.push({
          at,
          words: null,
          code: operationCode(event.data.operation),
          refused,
          isWait: false,
          index: index + 1,
        })
        break
      }
      case 'bench.rules':
      case 'tray.rules':
        steps.push({
          at: event.name === 'tray.rules' ? 'wire' : at,
          words: trayWords.rules,
          code: rulesCode(event.data.rules),
          refused: '',
          isWait: false,
          index: index + 1,
        })
        break
      case 'tray.deliver':
      case 'tray.drop':
      case 'tray.repeat':
      case 'tray.edit':
      case 'tray.move': {
        const { message } = event.data
        const found = before.messages.find(({ id }) => id === message)
        const kind = found === undefined ? '' : kindOf(found)
        steps.push({
          at: 'wire',
          words: TRAY[event.name],
          code: kind,
          refused: '',
          isWait: false,
          index: index + 1,
        })
        break
      }
      default:
      // The other intents are not those of a bench.
    }
  }
  return steps
}

/** The actions of a route as it is written. */
export function routeSteps(actions: readonly RouteAction[]): RouteStep[] {
  return actions.map((action) => ({
    ...writtenStep(action),
    refused: '',
    isWait: 'until' in action,
    index: null,
  }))
}

function writtenStep(action: RouteAction): Pick<RouteStep, 'at' | 'words' | 'code'> {
  if ('until' in action) return { at: 'wire', words: labs.wait, code: '' }
  const { end } = action
  if ('run' in action) return { at: end, words: null, code: operationCode(action.run) }
  if ('rules' in action) return { at: end, words: trayWords.rules, code: rulesCode(action.rules) }
  if ('tray' in action) return { at: 'wire', words: trayWords.rules, code: rulesCode(action.tray) }
  if ('deliver' in action) return { at: 'wire', words: trayWords.deliver, code: action.deliver }
  if ('drop' in action) return { at: 'wire', words: trayWords.drop, code: action.drop }
  if ('repeat' in action) return { at: 'wire', words: trayWords.repeat, code: action.repeat }
  if ('move' in action) return { at: 'wire', words: trayWords.move, code: action.move }
  return { at: 'wire', words: trayWords.edit, code: action.edit }
}

function rulesCode(rules: object): string {
  return Object.entries(rules)
    .map(([rule, value]) => `${rule}: ${String(value)}`)
    .join(', ')
}
