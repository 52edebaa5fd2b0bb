import { defineMessages } from '../i18n'
import type { Message } from '../i18n'

/** Words of the byte view, except what the ranges mean. */
export const byteFigure = defineMessages({
  packet: {
    zh: '选一个包（按时间排列：→ 这一端发出，← 收到）',
    en: 'Choose a packet (in the order of time: → sent by this end, ← received)',
  },
  sent: { zh: '发出', en: 'sent' },
  received: { zh: '收到', en: 'received' },
  at: { zh: '{time} ms', en: '{time} ms' },
  bytes: {
    zh: '包的字节；用方向键逐段移动',
    en: 'Bytes of the packet; the arrow keys go from range to range',
  },
  hint: {
    zh: '指向或点按一段字节；选中后用 ← → 逐段移动。',
    en: 'Point at a range of bytes or press it; then ← and → go from range to range.',
  },
  span: { zh: '第 {from}–{last} 字节，共 {count} 字节', en: 'bytes {from}–{last}, {count} in all' },
  single: { zh: '第 {from} 字节', en: 'byte {from}' },
  value: { zh: '值', en: 'Value' },
  work: { zh: '算式', en: 'Worked out' },
  meaning: { zh: '含义', en: 'Meaning' },
  partOf: { zh: '属于', en: 'Part of' },
  table: { zh: '全部字节段，列成表', en: 'All ranges as a table' },
  where: { zh: '字节', en: 'Bytes' },
  name: { zh: '名称', en: 'Name' },
  route: {
    zh: '{from} → {to} · 抓包开始后 {time} ms · {size} 字节',
    en: '{from} → {to} · {time} ms into the capture · {size} bytes',
  },
  labCapture: {
    zh: '真实抓包：两个 Chromium 156 各在一个 nftables NAT 后面，中间是 coturn 4.6.1；在呼叫方这边抓取，还没有经过它的 NAT。',
    en: 'Really captured: two Chromium 156, each behind an nftables NAT, with coturn 4.6.1 between them; taken at the caller, before its NAT.',
  },
  mediaCapture: {
    zh: '真实抓包：同一个 Chromium 156 里的两端在一台机器上通话，没有 NAT，也没有服务器。',
    en: 'Really captured: two ends in one Chromium 156, calling on one machine, with no NAT and no server.',
  },
})

/** The captures of lessons/packets/packets.json. */
export const captureNames: Readonly<Record<string, Message>> = defineMessages({
  'cone-cone-stun-alice': { zh: '直连的通话', en: 'A call that connects directly' },
  'cone-cone-relay-alice': { zh: '经 TURN 中继的通话', en: 'A call relayed by TURN' },
  'one-machine-media': { zh: '同一台机器上的媒体', en: 'Media on one machine' },
})

/** The packets of lessons/packets/packets.json by id. */
export const packetNames = defineMessages({
  'binding-request': { zh: 'STUN 请求', en: 'STUN request' },
  'binding-response': { zh: 'STUN 响应', en: 'STUN response' },
  'ice-check': { zh: 'ICE 检查', en: 'ICE check' },
  'ice-check-response': { zh: 'ICE 检查的响应', en: 'ICE check response' },
  allocate: { zh: 'TURN 分配', en: 'TURN Allocate' },
  'allocate-401': { zh: 'TURN 401', en: 'TURN 401' },
  'allocate-signed': { zh: 'TURN 分配，带凭据', en: 'TURN Allocate, signed' },
  'allocate-success': { zh: 'TURN 分配成功', en: 'TURN Allocate success' },
  'channel-bind': { zh: 'TURN 绑定信道', en: 'TURN ChannelBind' },
  'channel-data': { zh: 'TURN 信道数据', en: 'TURN ChannelData' },
  'client-hello': { zh: 'DTLS ClientHello', en: 'DTLS ClientHello' },
  'dtls-record': { zh: 'DTLS 1.3 记录', en: 'DTLS 1.3 record' },
  rtp: { zh: 'RTP（Opus）', en: 'RTP (Opus)' },
})
