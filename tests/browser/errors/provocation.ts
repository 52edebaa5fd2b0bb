import type { StepId } from '../../../machines/steps'
import type { ErrorId } from '../../../src/errors/errorIds'

/** The engines that the browser tests run in. */
export type TestedEngine = 'chromium' | 'firefox'

/** One way to make a browser fail. */
export interface Provocation {
  readonly name: string
  /** What it is; by engine, where the two see different faults in one mistake. */
  readonly error: ErrorId | Readonly<Record<TestedEngine, ErrorId>>
  /** At which step of the call it would come; null where no step does this. */
  readonly step: StepId | null
  /** Runs in the page with `window.tools` and nothing from outside; throws or rejects. */
  readonly run: () => unknown
}

/** What a provocation is in one engine. */
export function errorOf({ error }: Provocation, engine: TestedEngine): ErrorId {
  return typeof error === 'string' ? error : error[engine]
}

/** A provocation in one line: its name, what it is, at which step, and how. */
export type Row = readonly [
  name: string,
  error: Provocation['error'],
  step: Provocation['step'],
  run: Provocation['run'],
]
