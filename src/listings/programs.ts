import calleeUrl from '../../lessons/code/callee.js?url'
import callerUrl from '../../lessons/code/caller.js?url'
import peerUrl from '../../lessons/code/peer.js?url'

/** What a program of lessons/code/ takes. */
export interface Options {
  polite: boolean
  capture: (constraints: MediaStreamConstraints) => Promise<MediaStream>
  signaling: BroadcastChannel
  selfView: HTMLVideoElement
  remoteView: HTMLVideoElement
  /** Told each new state, and what a handler of the program threw. */
  report: (pc: RTCPeerConnection, error?: unknown) => void
}

export interface Started {
  readonly pc: RTCPeerConnection
  hangUp(): void
}

type Start = (options: Options) => Promise<Started>

/** The files, served as they are printed: not even the bundler changes a byte of them. */
const FILES = {
  caller: { url: callerUrl, name: 'startCaller' },
  callee: { url: calleeUrl, name: 'startCallee' },
  peer: { url: peerUrl, name: 'startPeer' },
} as const

/** Fetches a program as a module of its own. */
export async function loadProgram(id: keyof typeof FILES): Promise<Start> {
  const { url, name } = FILES[id]
  const module = (await import(/* @vite-ignore */ url)) as Record<string, Start>
  const start = module[name]
  if (start === undefined) throw new Error(`${url} has no ${name}()`)
  return start
}
