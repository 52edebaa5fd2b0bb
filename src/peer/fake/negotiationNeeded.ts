import { sectionsOf } from './descriptions'
import { common, reversed } from './directions'
import type { FakeTransceiver } from './fakeTransceiver'
import type { JsepState } from './jsep'

/** The input of the check. */
export interface NeedParts {
  negotiation: JsepState
  transceivers: readonly FakeTransceiver[]
  hasChannels: boolean
  /** Whether restartIce() was called and no offer has been created since. */
  isRestartDue: boolean
}

/** Whether the connection differs from what was negotiated last (WebRTC §4.7.3, check if negotiation is needed). */
export function isNegotiationNeeded({
  negotiation: { currentLocal, currentRemote },
  transceivers,
  hasChannels,
  isRestartDue,
}: NeedParts): boolean {
  const local = sectionsOf(currentLocal)
  const remote = sectionsOf(currentRemote)
  if (isRestartDue) return true
  if (hasChannels && !local.some(({ kind }) => kind === 'application')) return true
  return transceivers.some(({ state }) => {
    if (state.isStopping || state.mid === null) return true
    const ours = local.find(({ mid }) => mid === state.mid)
    const theirs = remote.find(({ mid }) => mid === state.mid)
    if (ours === undefined || theirs === undefined) return true
    if (currentLocal?.type === 'offer')
      return ours.direction !== state.direction && reversed(theirs.direction) !== state.direction
    return ours.direction !== common(state.direction, reversed(theirs.direction))
  })
}

export interface NeedOptions {
  isNeeded(): boolean
  isStable(): boolean
  isChainEmpty(): boolean
  /** Fires `negotiationneeded`. */
  fire(): void
}

export interface NeedFlag {
  /** Something changed (WebRTC §4.7.3, update the negotiation-needed flag). */
  update(): void
  /** The connection became stable: earlier needs are met, or are checked again. */
  clear(): void
  /** Called when the operations chain becomes empty. */
  onChainEmpty(): void
}

/** The negotiation-needed flag: however many changes there are, one event once no operation is under way. */
export function createNeedFlag({ isNeeded, isStable, isChainEmpty, fire }: NeedOptions): NeedFlag {
  let isSet = false
  let isUpdateDue = false

  function look() {
    if (!isChainEmpty()) isUpdateDue = true
    else if (isStable()) {
      const isNew = isNeeded() && !isSet
      isSet = isNeeded()
      if (isNew) fire()
    }
  }

  function update() {
    if (isChainEmpty()) queueMicrotask(look)
    else isUpdateDue = true
  }

  return {
    update,
    clear() {
      isSet = false
      update()
    },
    onChainEmpty() {
      if (!isUpdateDue) return
      isUpdateDue = false
      update()
    },
  }
}
