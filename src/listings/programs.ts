import calleeUrl from '../../lessons/code/callee.js?url'
import callerUrl from '../../lessons/code/caller.js?url'
import peerUrl from '../../lessons/code/peer.js?url'

/** The arguments of a program of lessons/code/. */
export interface Options {
  polite: boolean
  capture: (constraints: MediaStreamConstraints) => Promise<MediaStream>
  signaling: BroadcastChannel
  selfView: HTMLVideoElement
  remoteView: HTMLVideoElement
  /** Receives each new state, and what a handler of the program threw. */
  report: (pc: RTCPeerConnection, error?: unknown) => void
}

export interface Started {
  readonly pc: RTCPeerConnection
  hangUp(): void
}

type Start = (options: Options) => Promise<Started>

/** The files, served exactly as they are printed: the bundler does not change them. */
const FILES = {
  caller: { url: callerUrl, name: 'startCaller' },
  callee: { url: calleeUrl, name: 'startCallee' },
  peer: { url: peerUrl, name: 'startPeer' },
} as const

/** Loads a program as its own module. */
export async function loadProgram(id: keyof typeof FILES): Promise<Start> {
  const { url, name } = FILES[id]
  const module = (await import(/* @vite-ignore */ url)) as Record<string, Start>
  const start = module[name]
  if (start === undefined) throw new Error(`${url} has no ${name}()`)
  return start
}
