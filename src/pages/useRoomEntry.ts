import { computed, nextTick, onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { LocationQuery } from 'vue-router'
import { allowOnly, allowsSocket } from '../browser/connectPolicy'
import { readStored, writeStored } from '../browser/storage'
import { useListener } from '../browser/useListener'
import { reportFailure } from '../failures/failures'
import type { JoinChoice } from '../features/room/joinChoice'
import { readBroker } from '../room/broker'
import { loadMqtt } from '../room/loadMqtt'
import { createRoomKey, isRoomName, newRoomName } from '../room/names'
import type { TransportChoice } from '../room/openTransport'

const NAME = 'room-name'
/** Set while the page is loaded again in order to enter: the learner has pressed the button already. */
const ENTERING = 'room-entering'

/**
 * How a room is entered: what the address says first, what it says afterwards, and that the page may connect to nothing
 * else. A page that another one led to has its policy, which knows no broker: it is loaded again.
 */
export function useRoomEntry(key: ShallowRef<string | null>) {
  const route = useRoute()
  const router = useRouter()
  const broker = shallowRef<string | null>(null)
  const isRefused = shallowRef(false)
  const enters = location.search !== '' && readStored(ENTERING, 'visit') === location.search
  writeStored(ENTERING, '', 'visit')

  const carried = carriedBy(location.hash)

  /** The address that others open. */
  const link = computed(() => new URL(router.resolve(route.fullPath).href, location.href).href)

  useListener('securitypolicyviolation', ({ effectiveDirective }) => {
    if (effectiveDirective === 'connect-src') isRefused.value = true
  })
  onScopeDispose(() => {
    allowOnly(null)
  })

  /** Puts the choice into the address. 'hand': there is nothing to connect to. null: the page is loaded again, or what it needs could not be loaded. */
  async function enter({ room, name, sealed, kind, broker: asked }: JoinChoice) {
    // Each tab is a member of its own: two with one name would have to ask for another.
    writeStored(NAME, name, 'visit')
    if (sealed) key.value ??= createRoomKey()
    const query = {
      ...(kind !== 'hand' && { room }),
      ...(asked !== null && { broker: asked }),
      ...(kind === 'broadcast' && { over: 'tabs' }),
    }
    await router.replace({ query, hash: sealed ? `#key=${key.value ?? ''}` : '' })
    broker.value = asked
    if (asked !== null && !allowsSocket(asked)) {
      await nextTick()
      writeStored(ENTERING, location.search, 'visit')
      location.reload()
      return null
    }
    allowOnly(asked)
    return kind === 'hand' ? kind : chosen(kind, asked)
  }

  return {
    broker,
    link,
    isRefused,
    carried,
    first: readFirst(route.query, { sealed: key.value !== null, carried }),
    enters,
    enter,
  }
}

/** The description, or the part of one, that a fragment carries; empty if there is none. */
export function carriedBy(fragment: string): string {
  return /^#(?:.*&)?(?:offer|answer|part)=/.test(fragment) ? fragment.slice(1) : ''
}

function readFirst(
  { room, broker, over }: LocationQuery,
  { sealed, carried }: { sealed: boolean; carried: string },
): JoinChoice {
  const read = readBroker(typeof broker === 'string' ? broker : '', location)
  const kindOf = () => {
    if (carried !== '') return 'hand'
    return typeof broker === 'string' ? 'mqtt' : over === 'tabs' ? 'broadcast' : 'relay'
  }
  return {
    room: typeof room === 'string' && isRoomName(room) ? room : newRoomName(),
    name: readStored(NAME, 'visit') ?? '',
    sealed,
    kind: kindOf(),
    // What cannot be used is shown as it came, with the reason.
    broker: read.ok ? read.address : typeof broker === 'string' ? broker : null,
  }
}

async function chosen(kind: JoinChoice['kind'], broker: string | null): Promise<TransportChoice | null> {
  if (kind !== 'mqtt' || broker === null) return { kind: kind === 'broadcast' ? kind : 'relay' }
  try {
    const { openMqttRoom } = await loadMqtt()
    return { kind, address: broker, openMqtt: openMqttRoom }
  } catch (error) {
    reportFailure(error)
    return null
  }
}
