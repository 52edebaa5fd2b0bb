import type { SignalingState } from '../../machines/contracts'
import { glare } from '../i18n/messages/glare'
import type { Message } from '../i18n/i18n'

/** One end in the example of two colliding offers. A is the offer of the left end, B of the right one. */
export interface GlareEnd {
  state: SignalingState
  /** The content of its slots, local and remote, pending or current. */
  local: string | null
  remote: string | null
}

export interface GlareMessage {
  text: string
  to: 'left' | 'right'
  /** Whether the message arrived and was ignored. */
  ignored?: boolean
}

export interface GlareMoment {
  text: Message
  left: GlareEnd
  right: GlareEnd
  messages: readonly GlareMessage[]
}

const IDLE: GlareEnd = { state: 'stable', local: null, remote: null }
const OFFERED_A: GlareEnd = { state: 'have-local-offer', local: 'offer A', remote: null }
const OFFERED_B: GlareEnd = { state: 'have-local-offer', local: 'offer B', remote: null }
const ANSWERED: GlareEnd = { state: 'stable', local: 'answer B', remote: 'offer B' }

/** Both want a change, and their offers cross. */
const COLLISION: readonly [GlareMoment, GlareMoment] = [
  { text: glare.wish, left: IDLE, right: IDLE, messages: [] },
  {
    text: glare.offers,
    left: OFFERED_A,
    right: OFFERED_B,
    messages: [
      { text: 'offer A', to: 'right' },
      { text: 'offer B', to: 'left' },
    ],
  },
]

/** Two ends, of which none gives way: each ignores the other's offer (WebRTC §10.7, `polite` false at both). */
const BOTH_IMPOLITE: readonly GlareMoment[] = [
  ...COLLISION,
  {
    text: glare.bothIgnore,
    left: OFFERED_A,
    right: OFFERED_B,
    messages: [
      { text: 'offer A', to: 'right', ignored: true },
      { text: 'offer B', to: 'left', ignored: true },
    ],
  },
  { text: glare.stuck, left: OFFERED_A, right: OFFERED_B, messages: [] },
]

/** The left end is polite, the right one is not: from the need to negotiate to the agreement (WebRTC §10.7). */
const PERFECT: readonly GlareMoment[] = [
  ...COLLISION,
  {
    text: glare.ignored,
    left: OFFERED_A,
    right: OFFERED_B,
    messages: [
      { text: 'offer A', to: 'right', ignored: true },
      { text: 'offer B', to: 'left' },
    ],
  },
  {
    text: glare.rolledBack,
    left: { state: 'have-remote-offer', local: null, remote: 'offer B' },
    right: OFFERED_B,
    messages: [],
  },
  {
    text: glare.answered,
    left: ANSWERED,
    right: OFFERED_B,
    messages: [{ text: 'answer B', to: 'right' }],
  },
  {
    text: glare.settled,
    left: ANSWERED,
    right: { state: 'stable', local: 'offer B', remote: 'answer B' },
    messages: [],
  },
]

/** The stories by the roles of the ends. */
export const GLARE_STORIES = { impolite: BOTH_IMPOLITE, perfect: PERFECT } as const
export type GlareStoryId = keyof typeof GLARE_STORIES
