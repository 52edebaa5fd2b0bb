import { openMedia } from '../peer/media'
import type { Media } from '../peer/media'
import type { Options, Started } from './programs'
import { loadProgram } from './programs'

/** The end of a run: the caller offers first, or is impolite. */
export type ProgramEnd = 'caller' | 'callee'

export interface Views {
  readonly selfView: HTMLVideoElement
  readonly remoteView: HTMLVideoElement
}

export interface ProgramRunOptions {
  readonly program: 'call' | 'perfect'
  readonly source: 'camera' | 'test-pattern'
  readonly views: Readonly<Record<ProgramEnd, Views>>
  /** Receives each new state of an end until it is closed, and what its program threw while it ran. */
  report(side: ProgramEnd, pc: RTCPeerConnection, error?: unknown): void
}

export interface ProgramRun {
  /** Settles once both ends have started; rejects with the browser's own exception. */
  readonly started: Promise<void>
  /** Makes both ends offer at the same time. */
  collide(): void
  /** Closes both ends and releases the devices. Idempotent. */
  stop(): void
}

/** Runs two ends of a program over their own channel. */
export function runProgram({ program, source, views, report }: ProgramRunOptions): ProgramRun {
  const room = `whole-call/${crypto.randomUUID()}`
  const ends: { side: ProgramEnd; end: Started }[] = []
  const held: (Media | BroadcastChannel)[] = []
  const stopping = new AbortController()
  const isStopped = () => stopping.signal.aborted

  async function startEnd(side: ProgramEnd) {
    const start = await loadProgram(program === 'perfect' ? 'peer' : side)
    if (isStopped()) return
    const signaling = new BroadcastChannel(room)
    held.push(signaling)
    const capture: Options['capture'] = async () => {
      const media = await openMedia({ source, end: side })
      held.push(media)
      return media.stream
    }
    const end = await start({
      polite: side === 'callee',
      capture,
      signaling,
      ...views[side],
      report: (pc, error) => {
        // What closing interrupts is no error.
        if (!isStopped()) report(side, pc, error)
      },
    })
    ends.push({ side, end })
    if (isStopped()) release()
  }

  function release() {
    for (const { side, end } of ends.splice(0)) {
      end.hangUp()
      // The end that closes gets no event about it.
      report(side, end.pc)
    }
    for (const thing of held.splice(0)) thing.close()
    for (const { selfView, remoteView } of Object.values(views)) {
      selfView.srcObject = null
      remoteView.srcObject = null
    }
  }

  return {
    // The callee first, so that two camera prompts do not appear together.
    started: startEnd('callee').then(() => startEnd('caller')),
    collide() {
      for (const { end } of ends) end.pc.restartIce()
    },
    stop() {
      stopping.abort()
      release()
    },
  }
}
