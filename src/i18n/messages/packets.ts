import { defineMessages } from '../i18n'

/** Words of the captured packets in the ICE tab. */
export const packetWords = defineMessages({
  list: { zh: '抓到的数据包，按时间排列', en: 'Captured packets, in the order of time' },
  about: {
    zh: '在两端和两个 NAT 外侧抓到的握手包：STUN、TURN、DTLS。相同的包只留前几个，媒体包不收。',
    en: 'Handshake packets captured at both ends and outside both NATs: STUN, TURN, DTLS. Of packets alike the first few are kept, and none of the media.',
  },
  later: {
    zh: '这一刻还没有数据包；往后走就会出现。',
    en: 'No packet yet at this moment: go on, and they appear.',
  },
  path: { zh: '经过的地方，以及在那里的地址', en: 'Where it was seen, and its addresses there' },
  place: { zh: '地点', en: 'Place' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  server: { zh: '服务器', en: 'Server' },
})

/** The places where packets are captured. */
export const packetPlaces = defineMessages({
  caller: { zh: '呼叫方', en: 'the caller' },
  'caller-nat': { zh: '呼叫方 NAT 外侧', en: 'outside the caller’s NAT' },
  'callee-nat': { zh: '被叫方 NAT 外侧', en: 'outside the callee’s NAT' },
  callee: { zh: '被叫方', en: 'the callee' },
})

/** What became of a packet, in a word. */
export const packetFates = defineMessages({
  arrived: { zh: '到达', en: 'arrived' },
  'not-out': { zh: '没能出去', en: 'not let out' },
  'not-in': { zh: '被 NAT 丢弃', en: 'dropped by the NAT' },
  'on-its-way': { zh: '已发往公网', en: 'left for the internet' },
  whole: { zh: 'TCP 送达', en: 'by TCP' },
})

/** What that means. */
export const packetFateNotes = defineMessages({
  arrived: {
    zh: '它到了另一端，或者从公网回到了这一端。经过 NAT 时，地址按映射改写。',
    en: 'It reached the other end, or came back from the internet to this one. Each NAT on the way rewrote an address by its mapping.',
  },
  'not-out': {
    zh: '发送方自己的路由器没有放它出去：防火墙挡住了这种包。',
    en: 'The sender’s own router did not let it out: a firewall blocks such packets.',
  },
  'not-in': {
    zh: '它到了对方的 NAT 外侧，却没有放进去：里面还没有人往它的来处发过包。但它出去时在发送方的 NAT 上留下一条映射，也就是打了个洞：从它的目的地发回来的包能从这里进来。',
    en: 'It came as far as the receiver’s NAT, which did not let it in: nobody inside has sent anything to where it comes from. Yet on its way out it left an entry in the sender’s NAT, a hole: packets from where it was sent to come in there.',
  },
  'on-its-way': {
    zh: '它离开了自己的 NAT，去往服务器，或者去往一个没有人的地址。抓包只看两端和两个 NAT。',
    en: 'It left its NAT, for a server or for an address at which nobody is. Only both ends and both NATs were watched.',
  },
  whole: {
    zh: '这是 TCP 流里的一条完整消息；TCP 自己负责重传。走 TLS 时，途中只看得见记录的长度。',
    en: 'A whole message out of a TCP stream, which repeats what is lost. Inside TLS only the length of a record can be seen on the way.',
  },
})
