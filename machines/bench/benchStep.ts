import type { EndEvent } from '../contracts'
import { foldFact } from '../facts'
import * as app from './application'
import { settleOperation, startOperation } from './operationCalls'
import { checkPatience, watchPatience } from './patience'
import { change, changeBench } from './stepUnderWay'
import type { BenchContext, BenchStep } from './stepUnderWay'
import * as tray from './tray'

/**
 * What one event does to an end of a bench: its new context, and what it asks of the world. Pure, so a recorded bench
 * replays without a browser.
 */
export function benchStep(context: BenchContext, event: EndEvent<string>): BenchStep {
  const step: BenchStep = { context, commands: [] }
  take(step, event)
  watchPatience(step, context)
  return step
}

function take(step: BenchStep, event: EndEvent<string>) {
  const { context } = step
  switch (event.type) {
    case 'bench.run':
      startOperation(step, event.operation, 'learner')
      break
    case 'bench.rules':
      changeBench(step, { rules: { ...context.bench.rules, ...event.rules } })
      app.flushRemote(step)
      app.flushLocal(step)
      break
    case 'tray.rules':
      changeBench(step, { tray: { ...context.bench.tray, ...event.rules } })
      if (event.rules.hold === false) tray.letAllGo(step)
      break
    case 'tray.deliver':
      tray.letGo(step, event.message)
      break
    case 'tray.drop':
      tray.drop(step, event.message)
      break
    case 'tray.repeat':
      tray.repeat(step, event.message)
      break
    case 'tray.move':
      tray.move(step, event.message, event.place)
      break
    case 'tray.edit':
      tray.edit(step, event.message, event.body)
      break
    case 'tray.due':
      tray.due(step, event.message)
      break
    case 'pc.operation-done':
      app.goOn(step, settleOperation(step, event.id, { state: 'done', result: event.result }))
      break
    case 'pc.operation-refused':
      app.giveUp(step, settleOperation(step, event.id, { state: 'refused', problem: event.problem }))
      break
    case 'pc.channel':
    case 'pc.channel-changed':
      app.noteChannel(step, event.channel)
      break
    case 'pc.channel-message':
      app.takeText(step, event)
      break
    case 'pc.channel-error':
      break
    case 'signal.description':
      change(step, { receivedDescription: event.description })
      app.takeDescription(step, event.description)
      break
    case 'signal.bye':
      changeBench(step, { bye: true })
      break
    case 'patience.check':
      checkPatience(step)
      break
    default:
      change(step, foldFact(context, event))
      app.react(step, event)
  }
}
