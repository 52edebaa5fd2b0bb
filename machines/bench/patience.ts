import { DELAYS } from '../end'
import { placeholderFor, wouldGiveUp } from '../placeholder'
import type { BenchContext, BenchStep } from './stepUnderWay'

/* A learner needs longer than the ICE agent of Firefox waits: it fails about five seconds after the descriptions are set
   unless a pair is being checked. */

/** Begins to watch an end whose agent would give up since this step, unless its rules let it. */
export function watchPatience(step: BenchStep, before: BenchContext): void {
  if (isInNeed(before) || !isInNeed(step.context)) return
  step.commands.push({ to: 'clock', event: { type: 'patience.check' }, delay: DELAYS.patience })
}

/** Adds the placeholder if the agent would still give up. */
export function checkPatience(step: BenchStep): void {
  if (!isInNeed(step.context)) return
  step.commands.push({
    to: 'peer',
    command: { type: 'add-placeholder', candidate: placeholderFor(step.context) },
  })
}

function isInNeed(context: BenchContext): boolean {
  return context.bench.rules.placeholder && wouldGiveUp(context)
}
