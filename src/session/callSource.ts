import { inject, shallowRef } from 'vue'
import type { InjectionKey, ShallowRef } from 'vue'
import type { CallHistory } from './callHistory'
import type { Call } from './createCall'
import type { CallSession } from './callSession'
import type { ReadProblem } from '../recording/readRecording'
import type { Recording } from '../recording/recording'

/** A recording on screen. */
export interface OpenedRecording {
  recording: Recording
  /** The name of the file or of the example. */
  name: string
  call: CallSession
  /** Whether it is a call of this page that was just ended, and no file. */
  isUnsaved: boolean
  /** Whether it is a bench, which has a page of its own. */
  isBench: boolean
  /** Differs for each opening. */
  openId: number
}

/** A file that was not opened. */
export interface NotOpened {
  name: string
  reason: ReadProblem | 'not-found'
  /** The error of the file reader, in English. */
  detail: string
}

/** Which call the page shows: the running one, or a recording instead of it. */
export interface CallSource {
  /** null until a page first needs it. */
  readonly live: Readonly<ShallowRef<Call | null>>
  readonly shown: Readonly<ShallowRef<OpenedRecording | null>>
  readonly problem: Readonly<ShallowRef<NotOpened | null>>
  /** Name of the file that is being read. */
  readonly opening: Readonly<ShallowRef<string | null>>
  /** Whether the dialog for saving and opening is open. */
  readonly isDialogOpen: ShallowRef<boolean>
  /** Reads and shows a recording. If it cannot be read, the dialog says why and the page keeps what it showed. */
  open(name: string, file: () => Promise<Blob>): Promise<void>
  /** Shows a call of this page that was just ended, at its end. */
  openEnded(name: string, history: CallHistory): Promise<void>
  /** Shows the running call again. */
  close(): void
  forgetProblem(): void
}

/** Created before any component, for the running call. The code that reads files is loaded with the first one. */
export function createCallSource(live: CallSource['live']): CallSource {
  const shown = shallowRef<OpenedRecording | null>(null)
  const problem = shallowRef<NotOpened | null>(null)
  const opening = shallowRef<string | null>(null)
  const isDialogOpen = shallowRef(false)
  let latest = 0

  async function read(
    openId: number,
    name: string,
    file: () => Promise<Blob>,
  ): Promise<Omit<OpenedRecording, 'isUnsaved'> | NotOpened> {
    try {
      const blob = await file()
      const [{ readRecordingFile }, { openRecording }] = await Promise.all([
        import('../recording/readRecording'),
        import('./openRecording'),
      ])
      const result = await readRecordingFile(blob)
      if (!result.ok) return { ...result, name }
      const { recording, script } = result
      const call = openRecording({ ...recording, script })
      return { recording, name, call, isBench: script.bench !== undefined, openId }
    } catch (error) {
      return { name, reason: 'not-found', detail: error instanceof Error ? error.message : '' }
    }
  }

  async function open(name: string, file: () => Promise<Blob>, isUnsaved: boolean) {
    const openId = ++latest
    problem.value = null
    opening.value = name
    const result = await read(openId, name, file)
    // The learner opened another file meanwhile; that one counts.
    if (openId !== latest) return
    opening.value = null
    if ('reason' in result) {
      problem.value = result
      isDialogOpen.value = true
      return
    }
    live.value?.playback.pause()
    shown.value?.call.playback.pause()
    // The first moment of a bench is empty; its last shows what was done.
    if (isUnsaved || result.isBench) result.call.history.lookAt(null)
    shown.value = { ...result, isUnsaved }
    isDialogOpen.value = false
  }

  return {
    live,
    shown,
    problem,
    opening,
    isDialogOpen,
    open: (name, file) => open(name, file, false),
    openEnded(name, history) {
      const write = async () => (await import('../recording/saveRecording')).unsavedFile(history)
      return open(name, write, true)
    },
    close() {
      shown.value?.call.playback.pause()
      shown.value = null
    },
    forgetProblem() {
      problem.value = null
    },
  }
}

export const CALL_SOURCE: InjectionKey<CallSource> = Symbol('call source')

/** Which call the page shows. Throws outside the app, where nothing provides one. */
export function useCallSource(): CallSource {
  const source = inject(CALL_SOURCE)
  if (source === undefined) throw new Error('no source is provided')
  return source
}
