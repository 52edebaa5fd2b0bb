import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useCall } from '../../session/callSession'
import { otherEnd } from '../../tabs/roomRole'
import { deriveBanner } from './banner'
import type { BannerKind } from './banner'
import { BANNER_WORDS } from './bannerWords'
import type { BannerWords } from './bannerWords'

/** The state of the call as a whole at the moment on screen, with its words; null if the steps show everything. */
export function useBanner(): ComputedRef<(BannerWords & { kind: BannerKind }) | null> {
  const { frame, history } = useCall()

  /** Without the other tab no message can be confirmed, and the line about the room says so. */
  function isAlone(): boolean {
    const { tabs } = frame.value
    return tabs?.own ? tabs.presence[otherEnd(tabs.own)] !== 'here' : false
  }

  return computed(() => {
    const kind = deriveBanner(history.view.value)
    return kind === null || (kind === 'unconfirmed' && isAlone()) ? null : { kind, ...BANNER_WORDS[kind] }
  })
}
