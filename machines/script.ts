import type { Operation, StepActors } from './endActors'
import type { End, EvidenceTab } from './steps'

/** One step of a script: plain data, from which a state of a machine, a place on the map and a line of code are made. */
export interface Step<Id extends string = string> {
  /** State key, invoke id, lesson folder, address, `data-step`: one name everywhere. */
  readonly id: Id
  /** The role that takes this step. */
  readonly end: End
  /** The call in short, as the map and the button print it. */
  readonly api: string
  /** The line of code that runs, as the strip above the evidence prints it. */
  readonly code: string
  /** Where the handler was attached that this step is about: an earlier step's id, or `start` for before the first. */
  readonly attached?: string
  /** The panel that shows what this step changed. */
  readonly tab: EvidenceTab
  /** What crosses the wire because of this step, if anything. */
  readonly crosses?: 'offer' | 'answer'
  /** The actor that does the work (endActors.ts). null: nothing is called, what the step waits for is looked at. */
  readonly runs: keyof StepActors | null
  /** What must have come before the step may run: the other end's description, or this end's candidates. */
  readonly waitsFor?: 'description' | 'candidates'
  /** For `runs: 'operations'`: what is asked of the connection, in order. */
  readonly operations?: readonly Operation[]
}

/**
 * What a call consists of. Each role takes its steps in the order of the list; the other role's do not hold it up,
 * only what has not arrived yet does. Both machines, the turn and replay are made from this.
 */
export interface Script<Id extends string = string> {
  /** How a recording names it. */
  readonly id: string
  /** Goes up when the log of an older version would replay to another history. */
  readonly version: number
  /** Who takes part: the caller makes the offer, the callee answers it (RFC 9429 §4.1.8, §4.1.9). */
  readonly roles: readonly End[]
  readonly steps: readonly Step<Id>[]
}

/** The steps of one role, in order. */
export function stepsOf<Id extends string>({ steps }: Script<Id>, role: End): readonly Step<Id>[] {
  return steps.filter(({ end }) => end === role)
}
