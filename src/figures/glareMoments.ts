import type { SignalingState } from '../../machines/contracts'
import { glare } from '../i18n/messages/glare'
import type { Message } from '../i18n/i18n'

/** One end in the example of two colliding offers. A is the polite peer's offer, B the impolite one's. */
export interface GlareEnd {
  state: SignalingState
  /** The content of its slots, local and remote, pending or current. */
  local: string | null
  remote: string | null
}

export interface GlareMessage {
  text: string
  to: 'polite' | 'impolite'
  /** Whether the message arrived and was ignored. */
  ignored?: boolean
}

export interface GlareMoment {
  text: Message
  polite: GlareEnd
  impolite: GlareEnd
  messages: readonly GlareMessage[]
}

const IDLE: GlareEnd = { state: 'stable', local: null, remote: null }
const OFFERED_A: GlareEnd = { state: 'have-local-offer', local: 'offer A', remote: null }
const OFFERED_B: GlareEnd = { state: 'have-local-offer', local: 'offer B', remote: null }
const ANSWERED: GlareEnd = { state: 'stable', local: 'answer B', remote: 'offer B' }

/** A collision under perfect negotiation, from the need to negotiate to the agreement (WebRTC §10.7). */
export const GLARE_MOMENTS: readonly [GlareMoment, ...GlareMoment[]] = [
  { text: glare.wish, polite: IDLE, impolite: IDLE, messages: [] },
  {
    text: glare.offers,
    polite: OFFERED_A,
    impolite: OFFERED_B,
    messages: [
      { text: 'offer A', to: 'impolite' },
      { text: 'offer B', to: 'polite' },
    ],
  },
  {
    text: glare.ignored,
    polite: OFFERED_A,
    impolite: OFFERED_B,
    messages: [
      { text: 'offer A', to: 'impolite', ignored: true },
      { text: 'offer B', to: 'polite' },
    ],
  },
  {
    text: glare.rolledBack,
    polite: { state: 'have-remote-offer', local: null, remote: 'offer B' },
    impolite: OFFERED_B,
    messages: [],
  },
  {
    text: glare.answered,
    polite: ANSWERED,
    impolite: OFFERED_B,
    messages: [{ text: 'answer B', to: 'impolite' }],
  },
  {
    text: glare.settled,
    polite: ANSWERED,
    impolite: { state: 'stable', local: 'offer B', remote: 'answer B' },
    messages: [],
  },
]
