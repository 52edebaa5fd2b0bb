import type { LineKind } from '../../sdp/lineKind'
import { defineMessages } from '../i18n'
import type { Message } from '../i18n'

/** What each kind of SDP line means. Code stands between backticks. */
export const sdpNotes = defineMessages({
  version: {
    zh: '协议版本，恒为 0。',
    en: 'Protocol version, always 0.',
  },
  origin: {
    zh: '会话的来源：随机的会话号，随后是版本号——每产生一份新描述就加一。地址没有意义，填占位值以免泄露 IP。',
    en: 'Origin: a random session id, then a version that grows with every new description. The address is a placeholder, so that no IP leaks.',
  },
  name: {
    zh: '会话名。规范要求有这一行，浏览器固定写一个短横。',
    en: 'Session name. The line is mandatory; browsers always write a dash.',
  },
  time: {
    zh: '起止时间，`0 0` 表示不限。',
    en: 'Start and stop time; `0 0` means unbounded.',
  },
  bandwidth: {
    zh: '带宽上限。浏览器自己不写，通常由应用加入。',
    en: 'A bandwidth ceiling. Browsers do not write it; applications sometimes do.',
  },
  media: {
    zh: '一个媒体段由此开始：种类、端口、协议，然后是按优先级排列的负载类型。端口 `9` 是“尚无候选”的占位，`0` 表示拒绝或停用。',
    en: 'A media section starts here: kind, port, protocol, then payload types, best first. Port `9` is a placeholder for "no candidate yet"; `0` means rejected or stopped.',
  },
  connection: {
    zh: '连接地址。有候选之前写 `0.0.0.0`；ICE 并不使用它。',
    en: 'Connection address. `0.0.0.0` until there is a candidate; ICE does not use it.',
  },
  group: {
    zh: '捆绑：列出的媒体段可以共用一条传输，因此只需一组候选、一次 DTLS 握手。',
    en: 'BUNDLE: the sections named here may share one transport, so one set of candidates and one DTLS handshake are enough.',
  },
  'extmap-allow-mixed': {
    zh: '同一路流里可以混用单字节与双字节的 RTP 头扩展。',
    en: 'One-byte and two-byte RTP header extensions may be mixed in one stream.',
  },
  'msid-semantic': {
    zh: '旧式的媒体流标识声明，没有进入 RFC，可以忽略。',
    en: 'An old announcement of media stream ids that never reached an RFC; ignore it.',
  },
  fingerprint: {
    zh: 'DTLS 证书的哈希。握手时对方必须出示这张证书：媒体加密的信任由此而来。谁控制信令，谁就能冒充对方。',
    en: 'Hash of the DTLS certificate. The peer must see this very certificate in the handshake: all trust in the encryption starts here. Whoever controls signaling can impersonate.',
  },
  'ice-options': {
    zh: '`trickle`：描述先到，候选可以随后逐个送来。',
    en: '`trickle`: candidates may follow later, one by one.',
  },
  'ice-ufrag': {
    zh: 'ICE 用户片段。与对端的片段一起组成 STUN 检查的用户名；值改变即 ICE 重启。',
    en: 'ICE user name fragment. Together with the one of the peer it names every check; a new value means an ICE restart.',
  },
  'ice-pwd': {
    zh: 'ICE 口令，用来校验发往本端的连通性检查。',
    en: 'ICE password: the key that protects connectivity checks sent to this end.',
  },
  candidate: {
    zh: '一个可能到达本端的地址。依次为：候选基础、组件、传输、优先级、地址、端口、类型。`createOffer()` 给出的文本里没有它，收集之后才写入。',
    en: 'One address this end may be reached at: foundation, component, transport, priority, address, port, type. Absent from what `createOffer()` returned; written in as gathering goes on.',
  },
  'end-of-candidates': {
    zh: '本段的候选到此为止。Firefox 会写，Chromium 不写。',
    en: 'No more candidates for this section. Firefox writes it, Chromium does not.',
  },
  setup: {
    zh: 'DTLS 角色。提议写 `actpass`（两种都可以），由应答方决定；应答通常是 `active`，即应答方当 DTLS 客户端。',
    en: 'DTLS role. The offer says `actpass` (either), the answerer picks; usually `active`: the answerer is the DTLS client.',
  },
  rtcp: {
    zh: '不复用时 RTCP 的地址。历史遗留，如今 RTCP 与 RTP 同端口。',
    en: 'Address of RTCP where it is not multiplexed. Historic: RTCP shares the port of RTP now.',
  },
  'rtcp-mux': {
    zh: 'RTP 与 RTCP 共用一个端口，默认策略下必须如此。',
    en: 'RTP and RTCP share one port; the default policy requires it.',
  },
  'rtcp-rsize': {
    zh: '允许精简的 RTCP 包。',
    en: 'Small, non-compound RTCP packets are allowed.',
  },
  'rtcp-xr': {
    zh: 'RTCP 扩展报告：让接收端也能测往返时延。',
    en: 'RTCP extended reports: lets the receiver measure the round-trip time too.',
  },
  'bundle-only': {
    zh: '这一段只在捆绑成立时才有效，提议中端口写 0。',
    en: 'This section exists only if it is bundled; the offer gives it port 0.',
  },
  mid: {
    zh: '媒体段的名字，即 `transceiver.mid` 与候选的 `sdpMid`。应答必须沿用。',
    en: 'Name of the section: `transceiver.mid`, and `sdpMid` of its candidates. The answer must keep it.',
  },
  direction: {
    zh: '收发方向，以写这份描述的一方为准。应答的方向只能在提议许可的范围内选。',
    en: 'Direction, from the point of view of whoever wrote this description. The answer can only choose within what the offer allows.',
  },
  msid: {
    zh: '轨道属于哪个媒体流，对端 `track` 事件的 `event.streams` 由此而来；`-` 表示不属于任何流。',
    en: 'Which MediaStream the track belongs to: it becomes `event.streams` of the `track` event at the other end. `-` means none.',
  },
  ssrc: {
    zh: '一路 RTP 流的同步源编号。`cname` 相同的音频与视频会保持同步。',
    en: 'Number of one RTP stream. Streams with the same `cname` are played in sync.',
  },
  'ssrc-group': {
    zh: '把几路流配成一组；`FID`：后一路是前一路的重传流。',
    en: 'Pairs streams; `FID`: the second carries retransmissions of the first.',
  },
  rtpmap: {
    zh: '负载类型到编解码器的映射：名称、时钟频率、声道数。96 以上是动态编号，只在本会话有效。',
    en: 'Maps a payload type to a codec: name, clock rate, channels. Numbers from 96 are dynamic and valid in this session only.',
  },
  fmtp: {
    zh: '某个负载类型的参数，含义由编解码器规定；`apt` 指明重传流所属的负载类型。',
    en: 'Parameters of a payload type; the codec defines them. `apt` names the payload type that a retransmission stream belongs to.',
  },
  'rtcp-fb': {
    zh: '接收端可以发回的反馈：`nack` 请求重传，`nack pli` 与 `ccm fir` 请求关键帧，`transport-cc` 用于拥塞控制。',
    en: 'Feedback the receiver may send: `nack` asks for lost packets, `nack pli` and `ccm fir` for a key frame, `transport-cc` serves congestion control.',
  },
  extmap: {
    zh: 'RTP 头扩展及其编号，编号在本会话内有效，应答沿用提议的编号。',
    en: 'An RTP header extension and its id. Ids are valid in this session; the answer keeps those of the offer.',
  },
  'sctp-port': {
    zh: 'DTLS 之内的 SCTP 端口号，不是 UDP 端口。',
    en: 'SCTP port inside DTLS; not a UDP port.',
  },
  'max-message-size': {
    zh: '数据通道能接收的最大消息，单位字节；0 表示不限。',
    en: 'Largest data channel message this end accepts, in bytes; 0 means unlimited.',
  },
} satisfies Record<LineKind, Message>)
