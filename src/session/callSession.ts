import { inject } from 'vue'
import type { InjectionKey, ShallowRef } from 'vue'
import type { End, StepId } from '../../machines/steps'
import type { CallFrame } from './callFrame'
import type { HistoryCursor } from './historyCursor'
import type { CallControls, CallMedia, CallRoom, Playback } from './session'

export interface EndStreams {
  local: MediaStream | null
  remote: MediaStream | null
  /** What the ends share beside their cameras, in a room only. */
  localScreen?: MediaStream | null
  remoteScreen?: MediaStream | null
}

/** No streams: before there are any, and for a recording. */
export const NO_STREAMS: Record<End, EndStreams> = {
  caller: { local: null, remote: null },
  callee: { local: null, remote: null },
}

/** The target of a run: a step (the last one to run) or the connection. */
export type RunTarget = StepId | 'connected'

/**
 * A call as a page sees it: one frame to read, and small interfaces to act on it. A running call is one, created before
 * any component. A recording is one too (`openRecording`): it has no peers, and `provide(CALL, …)` shows it.
 */
export interface CallSession {
  /** All that a page shows of the call, read at one time. */
  readonly frame: Readonly<ShallowRef<CallFrame>>
  /** Which moment is on screen. */
  readonly history: HistoryCursor
  readonly playback: Playback
  /** null: a recording. */
  readonly controls: CallControls | null
  /** null: a recording, which has no peers. */
  readonly media: CallMedia | null
  /** null: a recording. */
  readonly room: CallRoom | null
}

export const CALL: InjectionKey<CallSession> = Symbol('call')

/** The page's call. Throws outside the app, where nothing provides one. */
export function useCall(): CallSession {
  const call = inject(CALL)
  if (call === undefined) throw new Error('no call is provided')
  return call
}
