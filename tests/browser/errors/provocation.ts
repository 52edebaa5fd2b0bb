import type { StepId } from '../../../machines/steps'
import type { ErrorId } from '../../../src/errors/errorIds'

/** The engines that the browser tests run in. */
export type TestedEngine = 'chromium' | 'firefox'

/** One way to make a browser fail. */
export interface Provocation {
  readonly name: string
  /** The error; by engine, if the two engines report different errors for one mistake. */
  readonly error: ErrorId | Readonly<Record<TestedEngine, ErrorId>>
  /** The step of the call that could cause it; null if none does. */
  readonly step: StepId | null
  /** Runs in the page with `window.tools` and nothing from outside; throws or rejects. */
  readonly run: () => unknown
}

/** The error of a provocation in one engine. */
export function errorOf({ error }: Provocation, engine: TestedEngine): ErrorId {
  return typeof error === 'string' ? error : error[engine]
}

/** A provocation in one line: its name, its error, its step, and how. */
export type Row = readonly [
  name: string,
  error: Provocation['error'],
  step: Provocation['step'],
  run: Provocation['run'],
]
