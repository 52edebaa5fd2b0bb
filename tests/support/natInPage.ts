import type { Channel } from '../../broadcast-signaling/channel'
import type { Settings } from '../../machines/contracts'
import { viewEnd } from '../../machines/progress'
import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import type { End } from '../../machines/steps'
import { describeBrowser } from '../../src/recording/describeBrowser'
import { toPlain } from '../../src/recording/makeRecording'
import { createOwnEnds } from '../../src/session/ownEnds'
import { world } from './worldInPage'

/* Plays one end of a call in a browser of its own: scripts/nat/endProcess.mjs bundles this module and runs it in the
   page. The other end is in another browser, and posts cross by what the script does with them. */

/** An event of this end; `at`: milliseconds since 1970, by the clock that both browsers share. */
export interface NatEntry {
  at: number
  event: unknown
}

export interface NatReport {
  browser: string
  entries: NatEntry[]
  connectionState: string
  gathering: string
}

interface NatEnd {
  deliver(data: unknown): void
  /** Begins with the first step; from there on the end takes each step as soon as it can. */
  begin(): void
  restartIce(): void
  report(): NatReport
}

declare global {
  /** Hands a post to the other end: the function that the script exposes. */
  var natPost: (data: unknown) => Promise<void>
}

/** Opens the end. */
export function open(end: End, settings: Settings): NatEnd {
  const listeners = new Set<(data: unknown) => void>()
  const channel: Channel = {
    post: (data) => void natPost(data),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      listeners.clear()
    },
  }
  const entries: NatEntry[] = []
  let hasBegun = end === 'callee'
  const ends = createOwnEnds(
    { ...world, openChannel: () => channel },
    {
      onEvent(_, event) {
        entries.push({ at: performance.timeOrigin + performance.now(), event: toPlain(event) })
        setTimeout(goOn)
      },
      onStreams: () => undefined,
      onInspect: () => undefined,
    },
  )
  ends.open(HANDSHAKE_13, [end], 'nat-bench', settings)

  /** Runs the step that the end stands at, if it can run. */
  function goOn() {
    const opened = ends.get(end)
    if (opened === undefined || !hasBegun) return
    const { tag, step } = viewEnd(opened.snapshot())
    if (tag === 'ready' && step !== null) opened.send({ type: 'step.run', step })
  }

  return {
    deliver(data) {
      for (const listener of listeners) listener(data)
    },
    begin() {
      hasBegun = true
      goOn()
    },
    restartIce() {
      ends.get(end)?.send({ type: 'ice.restart' })
    },
    report() {
      const peer = ends.get(end)?.snapshot().context.peer
      return {
        browser: describeBrowser(navigator),
        entries,
        connectionState: peer?.connectionState ?? 'none',
        gathering: peer?.iceGatheringState ?? 'none',
      }
    },
  }
}
