import type { End } from '../../machines/steps'
import type { Trace } from '../trace/trace'

/** What a trial may use: the browser's connections, and the learner's own call to look at. */
export interface TrialWorld {
  readonly connect: (config: RTCConfiguration) => RTCPeerConnection
  readonly trace: Trace
  readonly getStats: (end: End) => Promise<RTCStatsReport | null>
}

/** What came of a guess that was carried out. */
export interface Outcome<Mistake extends string = string> {
  readonly isRight: boolean
  /** What the browser said, as it said it: a state, a line, an error. */
  readonly seen: string
  /** What went wrong, as one of the question's mistakes; null where nothing did. */
  readonly mistake: Mistake | null
}

/** The guess did what was asked. */
export function did(seen: string): Outcome<never> {
  return { isRight: true, seen, mistake: null }
}

/** It did not, for this reason. */
export function didNot<Mistake extends string>(mistake: Mistake, seen: string): Outcome<Mistake> {
  return { isRight: false, seen, mistake }
}

/** An error as the browser words it. */
export function wordsOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException
    ? `${error.name}: ${error.message}`
    : String(error)
}

/** The local description of a connection that has set one. */
export function localOf(pc: RTCPeerConnection): RTCSessionDescription {
  if (pc.localDescription === null) throw new Error('nothing is set')
  return pc.localDescription
}

/** Two connections for one trial; closed when it is over, whatever came of it. */
export async function withPair<Result>(
  { connect }: TrialWorld,
  run: (caller: RTCPeerConnection, callee: RTCPeerConnection) => Promise<Result>,
): Promise<Result> {
  const caller = connect({})
  const callee = connect({})
  try {
    return await run(caller, callee)
  } finally {
    caller.close()
    callee.close()
  }
}
