import type { ErrorId } from '../../../src/errors/errorIds'

/** One way to fail without an error; `run` gives what the states show. */
export interface Sign {
  readonly error: ErrorId
  readonly run: () => Promise<string>
}
