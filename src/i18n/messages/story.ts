import type { ConceptId } from '../../lessons/conceptIds'
import type { LessonId } from '../../lessons/lessonIds'
import type { Message } from '../i18n'
import { defineMessages } from '../i18n'

/** Words of the page that tells a call as a story. */
export const story = defineMessages({
  description: {
    zh: '一分钟的图画故事：一次视频通话是怎么接通的。不用任何基础。',
    en: 'A picture story of one minute: how a video call comes about. Nothing need be known before.',
  },
  intro: {
    zh: 'Ada 想让小明看看她的猫。下面八幅图，讲两个浏览器怎么把这通电话接通。',
    en: 'Ada wants to show Ming her cat. Eight pictures tell how two browsers bring that call about.',
  },
  caller: { zh: 'Ada', en: 'Ada' },
  callee: { zh: '小明', en: 'Ming' },
  more: { zh: '细看：', en: 'Look closer: ' },
  end: {
    zh: '这就是全部。现在换你来：同样的通话，分成 13 步，每一步都由你的浏览器真的做一遍。',
    en: 'That is all of it. Now it is your turn: the same call in 13 steps, each of them really done by your browser.',
  },
})

export type Scene = 'apart' | 'signaling' | 'offer' | 'answer' | 'walls' | 'knock' | 'relay' | 'cat'

/** A picture of the story with its words, and where the app shows the same at length. */
export interface SceneWords {
  readonly id: Scene
  readonly title: Message
  readonly text: Message
  readonly more?: { readonly step: LessonId } | { readonly concept: ConceptId }
}

export const SCENES: readonly SceneWords[] = [
  {
    id: 'apart',
    title: { zh: '谁也找不到谁', en: 'Neither knows where the other is' },
    text: {
      zh: '两个浏览器都开着，可是 Ada 的不知道小明的地址，也不知道他那边放得了什么格式的视频。',
      en: 'Both browsers are open. But Ada’s knows neither the address of Ming’s nor which kinds of video it can play.',
    },
  },
  {
    id: 'signaling',
    title: { zh: '先找个传话的', en: 'Somebody carries the first words' },
    text: {
      zh: '于是找一个两边都连得上的服务器来传话，这叫信令。它只替两边带几封信，声音和画面都不经过它。',
      en: 'So both connect to a server that carries a few letters between them. That is signaling. Sound and picture never pass through it.',
    },
    more: { concept: 'signaling' },
  },
  {
    id: 'offer',
    title: { zh: 'Ada 写一封 offer', en: 'Ada writes an offer' },
    text: {
      zh: 'Ada 打开摄像头，她的浏览器写下：我有一路音频、一路视频，我会这些格式，这是我证书的指纹。这封信用的写法叫 SDP。',
      en: 'Ada turns on her camera, and her browser writes: one audio and one video, the formats it knows, and the fingerprint of its certificate. The form of this letter is called SDP.',
    },
    more: { step: 'create-offer' },
  },
  {
    id: 'answer',
    title: { zh: '小明回一封 answer', en: 'Ming writes an answer' },
    text: {
      zh: '小明的浏览器读完，挑出自己也会的格式，回一封 answer。发什么、用什么格式，两边说定了。',
      en: 'Ming’s browser reads it, picks the formats that it knows too, and writes an answer. What is sent, and how, is now agreed.',
    },
    more: { step: 'create-answer' },
  },
  {
    id: 'walls',
    title: { zh: '两边都隔着一道墙', en: 'Both sit behind a wall' },
    text: {
      zh: '家里的路由器（NAT）像一道墙：里面的地址到外面不能用。所以每一边都问问墙外的 STUN 服务器“你看我是哪个地址”，再把自己可能的地址都寄给对方，每个叫一个候选。',
      en: 'A router at home, a NAT, is like a wall: the addresses inside mean nothing outside. So each side asks a STUN server outside which address it is seen at, and sends the other all addresses it may be reached at: its candidates.',
    },
    more: { concept: 'candidates' },
  },
  {
    id: 'knock',
    title: { zh: '两边一起敲墙', en: 'Both knock at once' },
    text: {
      zh: '接下来两边朝对方的每个候选发小包，这叫 ICE。包一出去，路由器就记住了这个去处，放那边的包进来。两边都敲，墙就通了。',
      en: 'Then both send small packets to every candidate of the other. That is ICE. Where a packet went out, the router lets packets from there come in. When both knock, both walls are open.',
    },
    more: { concept: 'nat' },
  },
  {
    id: 'relay',
    title: { zh: '敲不通，就转发', en: 'If no wall opens, a relay helps' },
    text: {
      zh: '有的路由器对每个去处换一个出口，对方猜不到。这时两边改连 TURN 服务器，由它转发。要多花钱，也慢一点，但能通。',
      en: 'Some routers use another door for every destination, and nobody can guess which. Then a TURN server passes the packets on. That costs money and a little time, but it works.',
    },
    more: { concept: 'stun-turn' },
  },
  {
    id: 'cat',
    title: { zh: '猫来了', en: 'Here is the cat' },
    text: {
      zh: '最后两边对一遍证书的指纹，商量好密钥（DTLS）。从此声音和画面都加密，转发的人也看不懂。从点下按钮到看见猫，常常不到一秒。',
      en: 'At last both compare the certificates with the fingerprints and agree on keys (DTLS). From now on all is encrypted, and not even a relay can read it. From the click to the cat it often takes less than a second.',
    },
    more: { concept: 'security' },
  },
]
