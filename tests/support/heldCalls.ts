import type { CallWorld } from '../../src/session/callWorld'

/** Calls to the browser that can be kept without an answer. */
export type Asked =
  | 'getUserMedia'
  | 'createOffer'
  | 'createAnswer'
  | 'setLocalDescription'
  | 'setRemoteDescription'
  | 'addIceCandidate'
  | 'getStats'

export interface HeldCalls {
  world: CallWorld
  /** From now on this call of the API stays pending, on existing connections and on later ones. */
  hold(asked: Asked): void
  /** From now on new calls are answered again; pending ones stay pending. */
  answerAgain(): void
  /** Number of pending calls. */
  hanging(): number
  /** Settles all pending calls late: with the browser's result, or with an exception. */
  settle(how: 'resolve' | 'reject'): void
}

/** A world whose browser leaves calls pending, as a browser does with those that are pending when close() is called. */
export function holdCalls(world: CallWorld): HeldCalls {
  let held: Asked | null = null
  const waiting: ((how: 'resolve' | 'reject') => void)[] = []

  function ask<T>(asked: Asked, answer: () => Promise<T>): Promise<T> {
    if (asked !== held) return answer()
    // The browser does its work, but the answer does not arrive; a device prompt stays open.
    const early = asked === 'getUserMedia' ? null : answer()
    early?.catch(() => undefined)
    return new Promise((resolve, reject) => {
      waiting.push((how) => {
        if (how === 'reject') reject(new DOMException('too late', 'OperationError'))
        else (early ?? answer()).then(resolve, reject)
      })
    })
  }

  function wrap(pc: RTCPeerConnection, asked: Exclude<Asked, 'getUserMedia'>) {
    const method = pc[asked].bind(pc) as (...args: unknown[]) => Promise<unknown>
    Object.assign(pc, { [asked]: (...args: unknown[]) => ask(asked, () => method(...args)) })
  }

  return {
    world: {
      ...world,
      openMedia: (options) => ask('getUserMedia', () => world.openMedia(options)),
      connect(config) {
        const pc = world.connect(config)
        for (const asked of [
          'createOffer',
          'createAnswer',
          'setLocalDescription',
          'setRemoteDescription',
          'addIceCandidate',
          'getStats',
        ] as const)
          wrap(pc, asked)
        return pc
      },
    },
    hold: (asked) => (held = asked),
    answerAgain: () => (held = null),
    hanging: () => waiting.length,
    settle(how) {
      for (const answer of waiting.splice(0)) answer(how)
    },
  }
}
