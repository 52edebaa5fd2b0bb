import type { BenchIntent } from '../../machines/bench/benchContracts'
import type { Intent } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import type { Engine, OwnEnds } from './engine'
import type { OpenEnd } from './openEnd'

/** An end that may not be open yet: it takes intents from the beginning, and has a peer once it is open. */
export type LaterEnd = Pick<OpenEnd, 'send'> & Partial<Pick<OpenEnd, 'peer'>>

export interface LaterEnds extends Pick<OwnEnds, 'open' | 'hangUp' | 'hangUpAsLeft' | 'close'> {
  get(end: End): LaterEnd | undefined
  list(): readonly LaterEnd[]
}

/**
 * Ends whose engine is being loaded: what is asked of them meanwhile is done in order once it is there. `make` makes the
 * ends with the engine.
 */
export function createLaterEnds(load: () => Promise<Engine>, make: (engine: Engine) => OwnEnds): LaterEnds {
  let ends: OwnEnds | null = null
  let opening: Parameters<OwnEnds['open']> | null = null
  let asked: ((ends: OwnEnds) => void)[] = []

  void load().then((engine) => {
    const made = (ends = make(engine))
    if (opening !== null) made.open(...opening)
    for (const act of asked) act(made)
  })

  function ask(act: (ends: OwnEnds) => void) {
    if (ends === null) asked.push(act)
    else act(ends)
  }

  function later(end: End): LaterEnd {
    return {
      send: (intent: Intent | BenchIntent) => {
        ask((made) => made.get(end)?.send(intent))
      },
    }
  }

  return {
    open(...args) {
      if (ends === null) opening = args
      else ends.open(...args)
    },
    get(end) {
      if (ends !== null) return ends.get(end)
      return opening?.[1].includes(end) ? later(end) : undefined
    },
    list: () => ends?.list() ?? opening?.[1].map(later) ?? [],
    hangUp() {
      ask((made) => {
        made.hangUp()
      })
    },
    hangUpAsLeft: () => ends?.hangUpAsLeft(),
    close() {
      opening = null
      asked = []
      ends?.close()
    },
  }
}
