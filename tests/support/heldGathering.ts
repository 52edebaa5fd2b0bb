import type { CallWorld } from '../../src/session/callWorld'

/** The events that report candidates to an end. */
const GATHERING = ['icecandidate', 'icegatheringstatechange']

export interface HeldGathering {
  world: CallWorld
  /** From now on no connection reports a candidate. */
  hold(): void
  /** Lets every connection report what it has gathered. */
  release(): void
}

/** A world whose connections can be kept from reporting candidates, as behind a dead STUN server. */
export function holdGathering(world: CallWorld): HeldGathering {
  let isHeld = false
  const held: (() => void)[] = []

  return {
    world: {
      ...world,
      connect(config) {
        const pc = world.connect(config)
        const listen = pc.addEventListener.bind(pc)
        const listenLater = (type: string, hear: (event: Event) => void) => {
          listen(type, (event) => {
            if (isHeld && GATHERING.includes(type)) held.push(() => hear(event))
            else hear(event)
          })
        }
        return Object.assign(pc, { addEventListener: listenLater })
      },
    },
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      for (const tell of held.splice(0)) tell()
    },
  }
}
