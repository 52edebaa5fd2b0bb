import { inject, shallowRef } from 'vue'
import type { InjectionKey, ShallowRef } from 'vue'
import type { Call } from './createCall'

/** The way to the page's call, which is made when it is first needed: reading a concept loads no machine. */
export interface CallDoor {
  /** null until it has been opened. */
  readonly call: Readonly<ShallowRef<Call | null>>
  /** Makes the call, once; a try that failed may be repeated. */
  open(): Promise<Call>
}

export const DOOR: InjectionKey<CallDoor> = Symbol('door')

/** One per page, made before any component. `make` fetches what a call is made of. */
export function createCallDoor(make: () => Promise<Call>): CallDoor {
  const call = shallowRef<Call | null>(null)
  let opening: Promise<Call> | null = null

  async function openNow() {
    try {
      return (call.value = await make())
    } catch (error) {
      opening = null
      throw error
    }
  }

  return { call, open: () => (opening ??= openNow()) }
}

/** The page's door. Throws outside the app, where nothing provides one. */
export function useCallDoor(): CallDoor {
  const door = inject(DOOR)
  if (door === undefined) throw new Error('no door is provided')
  return door
}
