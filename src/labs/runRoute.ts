import type { BenchIntent, TrayMessage } from '../../machines/bench/benchContracts'
import { isBenchIntentType } from '../../machines/bench/benchIntents'
import type { Operation } from '../../machines/endActors'
import type { End } from '../../machines/steps'
import { holds, readDescription } from './condition'
import type { MadeDescription, RouteAction, RunOperation, Selector } from './lab'
import type { LabBench } from './labBench'
import { contextAt, lengthOf } from './moment'
import type { LabContext } from './moment'
import { editMessage, replaceIn, selectMessages } from './selectMessages'
import { RouteStuck, waitFor } from './waiting'
import type { WaitOptions } from './waiting'

export interface RouteOptions extends WaitOptions {
  /** After how many events the learner began: by default none, as in a set-up. */
  start?: number
  /** Called before each action, for a page that shows where the route is. */
  onAction?(index: number): void
}

/**
 * Runs the actions of a route on a bench, as a learner would: each waits until the one before it has its outcome.
 * Nothing sleeps; what a wait is for must appear in the history. Rejects with RouteStuck if it does not.
 */
export async function runRoute(
  bench: LabBench,
  actions: readonly RouteAction[],
  { onAction, ...options }: RouteOptions = {},
): Promise<void> {
  for (const [index, action] of actions.entries()) {
    onAction?.(index)
    await runAction(bench, action, options)
  }
}

async function runAction(bench: LabBench, action: RouteAction, options: RouteOptions): Promise<void> {
  if ('until' in action) {
    const { until } = action
    const { start = 0 } = options
    const isMet = () => holds(until, { history: bench.history(), at: lengthOf(bench.history()), start })
    await waitFor(bench, isMet, JSON.stringify(until), options)
    return
  }
  const { end } = action
  const send = (intent: BenchIntent) => sendSeen(bench, end, intent, options)
  const chosen = (selector: Selector, mayBeGone = false) =>
    waitForMessages(bench, end, { selector, mayBeGone }, options)
  if ('run' in action) await runOperation(bench, end, action.run, options)
  else if ('rules' in action) await send({ type: 'bench.rules', rules: action.rules })
  else if ('tray' in action) await send({ type: 'tray.rules', rules: action.tray })
  else if ('deliver' in action)
    for (const { id } of await chosen(action.deliver)) await send({ type: 'tray.deliver', message: id })
  else if ('drop' in action)
    for (const { id } of await chosen(action.drop)) await send({ type: 'tray.drop', message: id })
  else if ('repeat' in action)
    for (const { id } of await chosen(action.repeat, true)) await send({ type: 'tray.repeat', message: id })
  else if ('move' in action)
    for (const { id } of await chosen(action.move))
      await send({ type: 'tray.move', message: id, place: action.to })
  else
    for (const { id, body } of await chosen(action.edit))
      await send({ type: 'tray.edit', message: id, body: editMessage(body, action.replace) })
}

/** Waits until the end has messages of the kind on the server. */
async function waitForMessages(
  bench: LabBench,
  end: End,
  { selector, mayBeGone }: { selector: Selector; mayBeGone: boolean },
  options: RouteOptions,
): Promise<TrayMessage[]> {
  const read = () =>
    selectMessages(
      newest(bench, end).bench.messages.filter(({ state }) => mayBeGone || state === 'waiting'),
      selector,
    )
  await waitFor(bench, () => read().length > 0, `a message of the ${end}: ${selector}`, options)
  return read()
}

/** Runs an operation, and waits until it is done or refused. */
async function runOperation(
  bench: LabBench,
  end: End,
  run: RunOperation,
  options: RouteOptions,
): Promise<void> {
  const ofLearner = () => newest(bench, end).bench.operations.filter(({ purpose }) => purpose === 'learner')
  const { length } = ofLearner()
  bench.send(end, { type: 'bench.run', operation: fill(newest(bench, end), run) })
  const isSettled = () => {
    const call = ofLearner()[length]
    return call !== undefined && call.state !== 'pending'
  }
  await waitFor(bench, isSettled, `the outcome of ${run.call} at the ${end}`, options)
}

/** An operation with the description that it asks to be made. */
function fill(context: LabContext, { description, ...operation }: RunOperation): Operation {
  if (description === undefined) return operation
  if (typeof description === 'string' || !('from' in description)) return { ...operation, description }
  return { ...operation, description: make(context, description) }
}

function make(context: LabContext, { from, type, replace = [] }: MadeDescription) {
  const description = readDescription(context, from)
  if (description === null) throw new RouteStuck(`There is no description to change: ${from}.`)
  return { type: type ?? description.type, sdp: replaceIn(description.sdp, replace) }
}

/** Sends an intent, and waits until the history holds it, so that the next action sees what it changed. */
async function sendSeen(
  bench: LabBench,
  end: End,
  intent: BenchIntent,
  options: RouteOptions,
): Promise<void> {
  const count = () =>
    bench.history().trace.filter((event) => event.conn === end && isBenchIntentType(event.name)).length
  const before = count()
  bench.send(end, intent)
  await waitFor(bench, () => count() > before, `${intent.type} at the ${end}`, options)
}

function newest(bench: LabBench, end: End): LabContext {
  return contextAt(bench.history(), lengthOf(bench.history()), end)
}
