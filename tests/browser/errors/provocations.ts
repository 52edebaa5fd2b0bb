import { CALLS } from './calls'
import { DATA } from './data'
import { ICE } from './ice'
import { MEDIA } from './media'
import type { Provocation, TestedEngine } from './provocation'
import { SDP } from './sdp'
import { SETUP } from './setup'

/** Every failure that the texts cover and that needs no other browser, page or server. */
export const PROVOCATIONS: readonly Provocation[] = [
  ...CALLS,
  ...SETUP,
  ...SDP,
  ...ICE,
  ...DATA,
  ...MEDIA,
].map(([name, error, step, run]) => ({ name, error, step, run }))

/** What each engine does not refuse, in the order above, and what it does instead. */
export const UNREACHABLE: Readonly<Record<TestedEngine, Readonly<Record<string, string>>>> = {
  chromium: {
    'rollback on the other side': 'rolls back by whichever side is asked',
    'reading localDescription after close': 'keeps giving the last description',
    'offer of an earlier createOffer': 'still takes the older draft',
    'STUN over TLS': 'has stuns',
    'a candidate of before the restart': 'takes it and does nothing with it',
  },
  firefox: {
    'the last line end trimmed': 'reads the last line all the same',
    'the other kind offered after a draft': 'numbers header extensions anew',
  },
}
