import type { CallWorld } from '../../src/session/callWorld'

/** What a browser may be asked and not answer yet. */
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
  /** From now on this call of the API hangs, on connections that are there and on those to come. */
  hold(asked: Asked): void
  /** From now on every new call is answered again; what hangs goes on hanging. */
  answerAgain(): void
  /** How many calls hang. */
  hanging(): number
  /** Answers all that hangs, as late as that: with what the browser would have said, or with an exception. */
  settle(how: 'resolve' | 'reject'): void
}

/** A world whose browser leaves calls unanswered, as it does for those that are pending when close() is called. */
export function holdCalls(world: CallWorld): HeldCalls {
  let held: Asked | null = null
  const waiting: ((how: 'resolve' | 'reject') => void)[] = []

  function ask<T>(asked: Asked, answer: () => Promise<T>): Promise<T> {
    if (asked !== held) return answer()
    // The browser does its work, and only the answer does not come; a prompt for devices waits as a whole.
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
