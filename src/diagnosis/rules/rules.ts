import type { RuleSet } from '../finding'
import { captureDied, insecurePage, mediaRefused } from './capture'
import { calleeAddedNothing, noCommonCodec, noKeyFrame, notShown } from './media'
import { neverAnswered, neverNegotiated, nothingToNegotiate } from './negotiation'
import { channelNeverOpens, connectionsLeaked } from './others'
import { localNamesOnly, noCandidatesExchanged, noPath, unreachableAddress } from './path'
import { poorQuality } from './quality'
import { dtlsRoles, earlyCandidate, sdpDamaged, sectionsOutOfOrder } from './refused'
import { turnRefused, udpBlocked } from './servers'
import { closedEarly, dtlsUnfinished, lostWithoutRestart } from './transport'
import { wrongState } from './wrongState'

/** The rule of each fault: a pure function of one connection and what is known beside it. */
export const RULES: RuleSet = {
  'no-path': noPath,
  'wrong-state': wrongState,
  'early-candidate': earlyCandidate,
  'insecure-page': insecurePage,
  'media-refused': mediaRefused,
  'local-names-only': localNamesOnly,
  'unreachable-address': unreachableAddress,
  'udp-blocked': udpBlocked,
  'no-common-codec': noCommonCodec,
  'never-negotiated': neverNegotiated,
  'turn-refused': turnRefused,
  'dtls-roles': dtlsRoles,
  'no-key-frame': noKeyFrame,
  'dtls-unfinished': dtlsUnfinished,
  'lost-without-restart': lostWithoutRestart,
  'not-shown': notShown,
  'connections-leaked': connectionsLeaked,
  'channel-never-opens': channelNeverOpens,
  'callee-added-nothing': calleeAddedNothing,
  'sections-out-of-order': sectionsOutOfOrder,
  'sdp-damaged': sdpDamaged,
  'capture-died': captureDied,
  'poor-quality': poorQuality,
  'no-candidates-exchanged': noCandidatesExchanged,
  'closed-early': closedEarly,
  'never-answered': neverAnswered,
  'nothing-to-negotiate': nothingToNegotiate,
}
