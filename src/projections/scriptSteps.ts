import type { Script, Step } from '../../machines/script'
import type { End } from '../../machines/steps'

/** A step of a script with its number, from 1. */
export type NumberedStep = Step & { readonly number: number }

/** What the actors of steps (machines/endActors.ts) ask of the connection. */
const CALLS: Record<Exclude<NonNullable<Step['runs']>, 'operations'>, readonly string[]> = {
  'capture-media': [],
  'add-tracks': ['create', 'addTrack'],
  'create-offer': ['createOffer'],
  'set-local-offer': ['setLocalDescription'],
  'send-offer': ['send'],
  'set-remote-offer': ['create', 'setRemoteDescription'],
  'prepare-callee-media': ['addTrack'],
  'create-answer': ['createAnswer'],
  'set-local-answer': ['setLocalDescription'],
  'send-answer': ['send'],
  'set-remote-answer': ['setRemoteDescription'],
}

/** What a step asks of the connection, in order; `send` posts a description. */
export function callsOf({ runs, operations = [] }: Step): readonly string[] {
  if (runs === null) return []
  return runs === 'operations' ? operations.map(({ call }) => call) : CALLS[runs]
}

/** A step of a script by its id; null where the script, or the trace, has none such. */
export function stepWith(script: Script | null, id: string): NumberedStep | null {
  const index = script?.steps.findIndex((step) => step.id === id) ?? -1
  return numbered(script, index)
}

/** The first step, of one role or of any, that asks this of the connection; null where none does. */
export function firstThat(script: Script | null, call: string, role: End | null = null): NumberedStep | null {
  const index = script?.steps.findIndex(
    (step) => (role === null || step.end === role) && callsOf(step).includes(call),
  )
  return numbered(script, index ?? -1)
}

function numbered(script: Script | null, index: number): NumberedStep | null {
  const step = script?.steps[index]
  return step === undefined ? null : { ...step, number: index + 1 }
}
