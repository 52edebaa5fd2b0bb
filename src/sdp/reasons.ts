import type notes from '../../lessons/sdp/en.json'
import type { End, StepId } from '../../machines/steps'
import type { LineKind } from './lineKind'
import { lineKind } from './lineKind'
import type { SdpLine } from './lines'

/** Why a line can be there. The words are in lessons/sdp/, by the same name. */
export type ReasonId = keyof typeof notes.reasons

/** The origin of a description, as far as the call shows it. */
export interface Story {
  /** Whether a browser of this call wrote it; the reasons of any other text are not known. */
  isOwn: boolean
  type: 'offer' | 'answer' | 'pranswer'
  /** The role of the end whose browser wrote it; null if it is unknown, so that no step is named. */
  writer: End | null
  round: 'first' | 'again' | 'restart'
  /** Kinds of the tracks its writer had captured. */
  tracks: readonly string[]
}

export interface Reason {
  id: ReasonId
  /** The step that added the line; null if none of the thirteen did. */
  step: StepId | null
  values: { media: string }
}

/** What each end did in which step. */
const CAUSING_STEPS: Record<End, Record<'media' | 'connection' | 'draft' | 'set' | 'gather', StepId>> = {
  caller: {
    media: 'add-tracks',
    connection: 'add-tracks',
    draft: 'create-offer',
    set: 'set-local-offer',
    gather: 'gather-candidates',
  },
  callee: {
    media: 'prepare-callee-media',
    connection: 'set-remote-offer',
    draft: 'create-answer',
    set: 'set-local-answer',
    gather: 'set-local-answer',
  },
}

type Cause = readonly [id: ReasonId, deed: keyof (typeof CAUSING_STEPS)[End] | null]

/** Why a line is there: because of a step of the call, or for a reason outside it. null for an unknown one. */
export function reasonOf(line: SdpLine, media: string | null, story: Story): Reason | null {
  const kind = lineKind(line)
  const cause =
    kind === null ? null : story.isOwn ? causeOf(kind, line.text, media ?? '', story) : foreignCause(kind)
  if (cause === null) return null
  const [id, deed] = cause
  // Later rounds are not steps, but earlier steps still count.
  const isLater = story.round !== 'first' && (deed === 'draft' || deed === 'set' || deed === 'gather')
  return {
    id,
    step: deed === null || isLater || story.writer === null ? null : CAUSING_STEPS[story.writer][deed],
    values: { media: media ?? '' },
  }
}

/** What is true of any description, by whatever end. */
function foreignCause(kind: LineKind): Cause {
  return [kind === 'version' || kind === 'name' || kind === 'time' ? 'rule' : 'foreign', null]
}

function causeOf(kind: LineKind, text: string, media: string, story: Story): Cause | null {
  const { type, round } = story
  switch (kind) {
    case 'version':
    case 'name':
    case 'time':
      return ['rule', null]
    case 'origin':
      return [round === 'first' ? 'origin.first' : 'origin.again', 'draft']
    case 'media':
      return sectionCause(text, media, story)
    case 'connection':
    case 'rtcp':
      return text.endsWith(' 0.0.0.0') ? ['placeholder', 'draft'] : ['default', 'gather']
    case 'direction':
      return directionCause(text, media, story)
    case 'msid':
    case 'ssrc':
    case 'ssrc-group':
      return ['media.track', 'media']
    case 'rid':
    case 'simulcast':
      return ['layers', null]
    case 'rtpmap':
    case 'fmtp':
    case 'rtcp-fb':
    case 'extmap':
    case 'rtcp-xr':
    case 'rtcp-rsize':
    case 'extmap-allow-mixed':
      return [type === 'offer' ? 'codecs.offer' : 'codecs.answer', 'draft']
    case 'fingerprint':
      return ['certificate', 'connection']
    case 'ice-ufrag':
    case 'ice-pwd':
      return round === 'restart' ? ['credentials.restart', null] : ['credentials', 'draft']
    case 'ice-options':
      return ['trickle', null]
    case 'candidate':
      return text.startsWith('a=candidate:placeholder ') ? ['held', null] : ['gathered', 'gather']
    case 'end-of-candidates':
      return ['gathered', 'gather']
    case 'setup':
      return [type === 'offer' ? 'setup.offer' : 'setup.answer', 'draft']
    case 'group':
    case 'bundle-only':
      return [type === 'offer' ? 'bundle.offer' : 'bundle.answer', 'draft']
    case 'mid':
      return [type === 'offer' ? 'mid.offer' : 'mid.answer', 'draft']
    case 'sctp-port':
    case 'max-message-size':
      return ['data', null]
    case 'rtcp-mux':
    case 'msid-semantic':
      return ['browser', null]
    default:
      return null
  }
}

function sectionCause(text: string, media: string, { type, tracks }: Story): Cause {
  if (type === 'answer') return [/^m=\S+ 0 /.test(text) ? 'section.rejected' : 'section.answer', 'draft']
  if (media === 'application') return ['data.offer', null]
  return tracks.includes(media) ? ['track.offer', 'media'] : ['section.offer', null]
}

function directionCause(text: string, media: string, { type, tracks }: Story): Cause {
  if (media === 'application') return ['browser', null]
  if (text === 'a=recvonly') return ['direction.receive', null]
  if (text === 'a=sendonly') return ['direction.send', null]
  if (text === 'a=inactive') return ['direction.none', null]
  if (!tracks.includes(media)) return ['section.offer', null]
  return [type === 'offer' ? 'direction.track' : 'direction.answer', 'media']
}
