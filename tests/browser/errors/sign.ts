import type { ErrorId } from '../../../src/errors/errorIds'

/** One failure without an error; `run` returns what the states show. */
export interface Sign {
  readonly error: ErrorId
  readonly run: () => Promise<string>
}
