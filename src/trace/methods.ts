import type { EndActors } from '../../machines/endActors'
import type { Method } from './traceEvent'

/** The last method that a step or a repair awaits: its promise decides the outcome. */
const METHODS: Record<keyof EndActors, Method> = {
  'capture-media': 'getUserMedia',
  'add-tracks': 'addTrack',
  'create-offer': 'createOffer',
  'set-local-offer': 'setLocalDescription',
  'send-offer': 'send',
  'set-remote-offer': 'setRemoteDescription',
  'prepare-callee-media': 'addTrack',
  'create-answer': 'createAnswer',
  'set-local-answer': 'setLocalDescription',
  'send-answer': 'send',
  'set-remote-answer': 'setRemoteDescription',
  operations: 'run',
  'restart-ice': 'restartIce',
  'answer-restart': 'setLocalDescription',
  'finish-restart': 'setRemoteDescription',
}

/** The method behind an actor's outcome; `run` for an actor of another script. */
export function methodOf(actor: string): Method {
  return Object.hasOwn(METHODS, actor) ? METHODS[actor as keyof EndActors] : 'run'
}
