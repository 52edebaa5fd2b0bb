import type { ConceptId } from '../../lessons/conceptIds'
import { defineMessages } from '../i18n'
import type { Message } from '../i18n'

/** Words of the concept pages and the glossary. */
export const concepts = defineMessages({
  title: { zh: '概念：这 13 步背后的道理', en: 'Concepts behind the 13 steps' },
  nav: { zh: '概念', en: 'Concepts' },
  glossaryNav: { zh: '术语', en: 'Glossary' },
  glossaryTitle: { zh: '术语表', en: 'Glossary' },
  intro: {
    zh: '每篇先讲它解决什么问题，再讲怎么解决。读到哪里，都可以回到你自己的通话里看一眼。',
    en: 'Each begins with the problem it solves. From any of them you can go and look at your own call.',
  },
  behind: { zh: '背后的道理', en: 'Behind this step' },
  seeLive: { zh: '在你的通话里看', en: 'See it in your call' },
  stepOf: { zh: '第 {n} 步', en: 'step {n}' },
  list: { zh: '全部概念', en: 'All concepts' },
  neighbours: { zh: '上一篇与下一篇', en: 'Previous and next concept' },
  previous: { zh: '上一篇', en: 'Previous' },
  next: { zh: '下一篇', en: 'Next' },
  failed: { zh: '这篇没有取到。', en: 'This text could not be loaded.' },
  retry: { zh: '再试一次', en: 'Try again' },
  loading: { zh: '正在取课文…', en: 'Loading the text…' },
  taughtIn: { zh: '详见', en: 'taught in' },
  filter: { zh: '筛选术语', en: 'Filter terms' },
  noTerm: { zh: '没有含“{text}”的术语。', en: 'No term contains “{text}”.' },
  figure: { zh: '图', en: 'Figure' },
  openGlossary: { zh: '见术语表', en: 'In the glossary' },
})

/** What each concept is called, in lists and links. */
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
  'data-channels': { zh: '数据通道', en: 'Data channels' },
}) satisfies Record<ConceptId, Message>
