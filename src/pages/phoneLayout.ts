import { shallowRef } from 'vue'
import { asyncPart, loadPart } from '../failures/asyncPart'
import { PHONE } from '../ui/layouts'

/* What a phone shows of the call: other screens never load it. */

export const PhoneView = asyncPart(() => import('./PhoneView.vue'))
export const CompactControls = asyncPart(() => import('../features/controls/CompactControls.vue'))

/** Whether loading has ended; what did not arrive says so in its place. */
export const hasPhoneLayout = shallowRef(false)

/** Loads it on a screen that needs it: before the page is shown, so that nothing is drawn twice and no press is lost. */
export async function loadPhoneLayout(): Promise<void> {
  // The build renders the columns for every screen.
  if (import.meta.env.SSR || !matchMedia(PHONE).matches) return
  await Promise.allSettled([loadPart(PhoneView), loadPart(CompactControls)])
  hasPhoneLayout.value = true
}
