import { inject } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import { useCall } from './callSession'
import type { CallFrame } from './callFrame'

/** The frame that a part of the page shows, for parts that are drawn later than the rest. */
export const FRAME: InjectionKey<Readonly<Ref<CallFrame>>> = Symbol('frame')

/** The frame provided around a component, or else the newest. Throws outside the app. */
export function useFrame(): Readonly<Ref<CallFrame>> {
  return inject(FRAME, null) ?? useCall().frame
}
