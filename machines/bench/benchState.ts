import type { BenchState } from './benchContracts'
import { DEFAULT_RULES, OPEN_TRAY } from './benchContracts'

/** What an end of a bench knows before anything happened. */
export const FIRST_BENCH: BenchState = {
  rules: DEFAULT_RULES,
  tray: OPEN_TRAY,
  messages: [],
  operations: [],
  channels: [],
  received: [],
  makingOffer: false,
  ignoreOffer: false,
  isSettingRemoteAnswerPending: false,
  endSent: false,
  bye: false,
  negotiationNeeded: false,
}
