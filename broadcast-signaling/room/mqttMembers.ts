import type { Presence } from './mqttTopics'
import type { MemberId, TransportEvent } from './transport'

/** The other members, as their presence topics tell. */
export interface MqttMembers {
  readonly ids: MemberId[]
  /** How many were named since `recount`. */
  readonly named: number
  /** Takes over what a topic says. */
  note(member: MemberId, presence: Presence): void
  /** Whether a message of a member is a new one; a broker may deliver it twice (QoS 1). */
  isNew(from: MemberId, n: number): boolean
  /** A connection begins: who is not named again until `settle` is gone. */
  recount(): void
  settle(): void
  stop(): void
}

/**
 * A last will comes at once when a connection is lost, so each member waits for `grace` milliseconds before it counts the
 * lost one as gone, and then deletes what is retained of it (`onGone`). It does not wait for one that was about to leave.
 */
export function createMqttMembers(
  tell: (event: TransportEvent) => void,
  grace: number,
  onGone: (member: MemberId) => void,
): MqttMembers {
  interface Known {
    /** The number of its last message. */
    last: number
    /** It has said that its page may be about to go. */
    isLeaving?: boolean
    /** Runs while it is lost. */
    waiting?: ReturnType<typeof setTimeout>
  }

  const members = new Map<MemberId, Known>()
  let named = new Set<MemberId>()

  function meet(id: MemberId): Known {
    const known = members.get(id)
    if (known) return known
    const met: Known = { last: 0 }
    members.set(id, met)
    tell({ type: 'joined', member: id })
    return met
  }

  function forget(id: MemberId, isLost: boolean): void {
    clearTimeout(members.get(id)?.waiting)
    if (members.delete(id)) tell({ type: 'left', member: id, ...(isLost && { lost: true }) })
  }

  return {
    get ids() {
      return [...members.keys()]
    },
    get named() {
      return named.size
    },
    note(id, presence) {
      if (presence === '') {
        // Another member may have deleted what a lost one left behind.
        forget(id, members.get(id)?.waiting !== undefined)
        return
      }
      named.add(id)
      const member = meet(id)
      clearTimeout(member.waiting)
      delete member.waiting
      if (presence === 'lost' && member.isLeaving) {
        forget(id, false)
        onGone(id)
        return
      }
      member.isLeaving = presence === 'leaving'
      if (presence !== 'lost') return
      member.waiting = setTimeout(() => {
        forget(id, true)
        onGone(id)
      }, grace)
    },
    isNew(from, n) {
      const member = meet(from)
      named.add(from)
      if (n <= member.last) return false
      member.last = n
      return true
    },
    recount() {
      named = new Set()
    },
    settle() {
      for (const id of members.keys()) if (!named.has(id)) forget(id, true)
    },
    stop() {
      for (const { waiting } of members.values()) clearTimeout(waiting)
    },
  }
}
