import type { ConceptId } from '../../lessons/conceptIds'
import { defineMessages } from '../i18n'
import type { Message } from '../i18n'

/** The name of each concept, in lists and links. */
export const conceptNames = defineMessages({
  signaling: { zh: '信令', en: 'Signaling' },
  sdp: { zh: 'SDP 与提议/应答', en: 'SDP and offer/answer' },
  media: { zh: '媒体', en: 'Media' },
  ice: { zh: 'ICE', en: 'ICE' },
  candidates: { zh: 'ICE 候选', en: 'ICE candidates' },
  nat: { zh: 'NAT', en: 'NAT' },
  'stun-turn': { zh: 'STUN 与 TURN', en: 'STUN and TURN' },
  security: { zh: '安全', en: 'Security' },
  'perfect-negotiation': { zh: '完美协商', en: 'Perfect negotiation' },
  'whole-call': { zh: '60 行代码的通话', en: 'The whole call in 60 lines' },
  'data-channels': { zh: '数据通道', en: 'Data channels' },
  'media-network': { zh: '媒体怎样熬过网络', en: 'Media over a bad network' },
  room: { zh: '房间', en: 'The room' },
}) satisfies Record<ConceptId, Message>
