import { shallowRef } from 'vue'
import type { StepId } from '../../machines/steps'

/* What the main button does at a stop point of a talk: it shows a question first, and runs the step at the next press. */

/** The step at a stop point whose question has not been shown yet; null elsewhere. */
export const dueStop = shallowRef<StepId | null>(null)

/** The step whose question fills the projector; null: none. */
export const shownStop = shallowRef<StepId | null>(null)

/** Shows the question that is due; returns whether there was one. */
export function showDueStop(): boolean {
  if (dueStop.value === null) return false
  shownStop.value = dueStop.value
  dueStop.value = null
  return true
}
