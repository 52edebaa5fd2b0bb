import type { Operation, StepActors } from './endActors'
import type { EndMachine } from './endMachine'
import type { End, EvidenceTab } from './steps'

/** One step of a script: plain data from which its machine state, its box on the map and its line of code are made. */
export interface Step<Id extends string = string> {
  /** State key, invoke id, lesson folder, address, `data-step`: one name everywhere. */
  readonly id: Id
  /** The role that takes this step. */
  readonly end: End
  /** The API call in short, as the map and the button print it. */
  readonly api: string
  /** The line of code that runs, as the strip above the evidence prints it. */
  readonly code: string
  /**
   * Where the handler that this step is about was attached: an earlier step's id, or `start` for before the first step.
   */
  readonly attached?: string
  /** The panel that shows what this step changed. */
  readonly tab: EvidenceTab
  /** What this step sends over the signaling channel, if anything. */
  readonly crosses?: 'offer' | 'answer'
  /** The actor that does the work (endActors.ts). null: the step calls nothing and only waits for something. */
  readonly runs: keyof StepActors | null
  /** What must have arrived before the step can run: the other end's description, or this end's candidates. */
  readonly waitsFor?: 'description' | 'candidates'
  /** For `runs: 'operations'`: the operations on the connection, in order. */
  readonly operations?: readonly Operation[]
}

/**
 * The definition of a call. Each role takes its steps in the order of the list. It never waits for the other role's
 * steps, only for what has not arrived yet. The machines, the turn and replay are all made from this.
 */
export interface Script<Id extends string = string> {
  /** The name by which a recording refers to it. */
  readonly id: string
  /** Raised when the log of an older version would replay to a different history. */
  readonly version: number
  /**
   * The ends that are played and recorded: the caller makes the offer, the callee answers it (RFC 9429 §4.1.8, §4.1.9).
   */
  readonly roles: readonly End[]
  readonly steps: readonly Step<Id>[]
  /** Makes the machine of a role of a bench, which has no steps. A page without a bench does not load it. */
  readonly bench?: (role: End) => EndMachine
}

/** The steps of one role, in order. */
export function stepsOf<Id extends string>({ steps }: Script<Id>, role: End): readonly Step<Id>[] {
  return steps.filter(({ end }) => end === role)
}
