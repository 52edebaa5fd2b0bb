import { inject, shallowRef } from 'vue'
import type { InjectionKey, ShallowRef } from 'vue'
import type { Call } from './createCall'

/** The page's call, created when it is first needed: a concept page loads no machine. */
export interface LazyCall {
  /** null until it has been opened. */
  readonly call: Readonly<ShallowRef<Call | null>>
  /** Creates the call, once; a failed attempt may be repeated. */
  open(): Promise<Call>
}

export const LAZY_CALL: InjectionKey<LazyCall> = Symbol('lazy call')

/** One per page, created before any component. `make` loads the code of a call. */
export function createLazyCall(make: () => Promise<Call>): LazyCall {
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

/** The page's call, made when it is first needed. Throws outside the app, where nothing provides one. */
export function useLazyCall(): LazyCall {
  const lazyCall = inject(LAZY_CALL)
  if (lazyCall === undefined) throw new Error('no lazy call is provided')
  return lazyCall
}
