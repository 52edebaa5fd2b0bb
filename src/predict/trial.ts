import type { End } from '../../machines/steps'
import type { Trace } from '../trace/trace'

/** What a trial may use: the browser's connections, and read access to the learner's own call. */
export interface TrialWorld {
  readonly connect: (config: RTCConfiguration) => RTCPeerConnection
  readonly trace: Trace
  readonly getStats: (end: End) => Promise<RTCStatsReport | null>
}

/** The result of a guess that was carried out. */
export interface Outcome<Mistake extends string = string> {
  readonly isRight: boolean
  /** The browser's exact words: a state, a line, an error. */
  readonly seen: string
  /** The mistake in the guess; null if it is right. */
  readonly mistake: Mistake | null
}

/** The result of a right guess. */
export function did(seen: string): Outcome<never> {
  return { isRight: true, seen, mistake: null }
}

/** The result of a wrong guess, with its mistake. */
export function didNot<Mistake extends string>(mistake: Mistake, seen: string): Outcome<Mistake> {
  return { isRight: false, seen, mistake }
}

/** An error in the browser's words. */
export function wordsOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException
    ? `${error.name}: ${error.message}`
    : String(error)
}

/** The local description of a connection that has one. */
export function localOf(pc: RTCPeerConnection): RTCSessionDescription {
  if (pc.localDescription === null) throw new Error('nothing is set')
  return pc.localDescription
}

/** Creates two connections for one trial and closes them when it is over, even if it fails. */
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
