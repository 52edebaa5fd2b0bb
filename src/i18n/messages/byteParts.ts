import type { Message } from '../i18n'
import { defineMessages } from '../i18n'

/** The purpose of an attribute of STUN, an extension of TLS or of RTP, by its name in the RFC. */
export const partMeanings: Readonly<Record<string, Message>> = defineMessages({
  'MAPPED-ADDRESS': {
    zh: '明文的映射地址，只为很老的客户端保留。',
    en: 'The mapped address written plainly, kept for very old clients.',
  },
  'XOR-MAPPED-ADDRESS': {
    zh: '服务器看到的来源地址，也就是最外层 NAT 换上的那一个。它会成为服务器反射候选。',
    en: 'The source address the server saw: the one that the outermost NAT put there. It becomes a server-reflexive candidate.',
  },
  'XOR-PEER-ADDRESS': { zh: '通话另一端的地址。', en: 'The address of the other end of the call.' },
  'XOR-RELAYED-ADDRESS': {
    zh: '在 TURN 服务器上借到的地址，它会成为中继候选。',
    en: 'The address borrowed on the TURN server; it becomes a relay candidate.',
  },
  'RESPONSE-ORIGIN': {
    zh: '响应是从服务器的哪个地址发出的。',
    en: 'Which address of the server the response came from.',
  },
  SOFTWARE: { zh: '服务器软件的名字，只供人看。', en: 'The name of the server’s software, for people only.' },
  FINGERPRINT: {
    zh: '校验和，用来把 STUN 和同一端口上的其他包分开。与证书指纹无关。',
    en: 'A checksum that tells STUN from other packets on the same port. Nothing to do with the certificate’s fingerprint.',
  },
  USERNAME: {
    zh: '连通性检查里是“对方的 ufrag:自己的 ufrag”，TURN 里是账号。',
    en: 'In a check “their ufrag:my ufrag”; in TURN the account.',
  },
  'MESSAGE-INTEGRITY': {
    zh: '签名，证明发送者知道口令，消息没有被改过。',
    en: 'A signature: the sender knows the password and nobody changed the message.',
  },
  'ERROR-CODE': {
    zh: '出错的原因。第一次 Allocate 总是得到 401，这是正常过程。',
    en: 'Why it was refused. The first Allocate always gets a 401, which is normal.',
  },
  REALM: { zh: '域：账号属于哪里，也参与算密钥。', en: 'Where the account belongs; part of the key.' },
  NONCE: {
    zh: '服务器给的随机数，之后的请求都要带上，直到服务器用 438 换新的；用来防重放。',
    en: 'A random value from the server that the next requests repeat, until a 438 brings a new one; against replay.',
  },
  PRIORITY: {
    zh: '如果这次检查让对方发现一个新地址，那个对端反射候选就用这个优先级。',
    en: 'If this check shows the other end a new address, that peer-reflexive candidate gets this priority.',
  },
  'USE-CANDIDATE': {
    zh: '提名：控制方说就用这一对。没有值，带上这个属性就表示提名。',
    en: 'Nomination: the controlling end says this is the pair. No value; being there is enough.',
  },
  'ICE-CONTROLLING': {
    zh: '发送者是控制方；值是随机数，角色冲突时比大小。',
    en: 'The sender is the controlling end; the value is random and settles a conflict of roles.',
  },
  'ICE-CONTROLLED': {
    zh: '发送者是受控方；值是随机数，角色冲突时比大小。',
    en: 'The sender is the controlled end; the value is random and settles a conflict of roles.',
  },
  'GOOG-NETWORK-INFO': {
    zh: 'Chromium 自己的扩展：网卡编号和费用。其他实现会跳过。',
    en: 'Chromium’s own: number and cost of the network interface. Others skip it.',
  },
  'REQUESTED-TRANSPORT': {
    zh: '要服务器中继哪一种传输协议，17 是 UDP。',
    en: 'Which transport protocol the server shall relay; 17 is UDP.',
  },
  LIFETIME: { zh: '分配的有效期。', en: 'How long the allocation is good for.' },
  'CHANNEL-NUMBER': {
    zh: '要把哪个信道号和对方的地址绑在一起。',
    en: 'Which channel number to bind to the other end’s address.',
  },
  DATA: { zh: '要转发的整个包。', en: 'The whole packet to be handed on.' },
  ChannelData: {
    zh: 'TURN 信道头，只有 4 字节，后面就是转发的包。',
    en: 'The header of a TURN channel, 4 bytes only; the packet that is handed on follows.',
  },
  supported_groups: {
    zh: '密钥交换可用的群（group）；X25519MLKEM768 能抵抗量子计算机。',
    en: 'Groups for the key exchange; X25519MLKEM768 resists quantum computers.',
  },
  supported_versions: {
    zh: '真正支持的版本，最想用的在前。',
    en: 'The versions really supported, the favourite first.',
  },
  ec_point_formats: {
    zh: '旧版本的椭圆曲线点格式。',
    en: 'How points of a curve are written, for older versions.',
  },
  signature_algorithms: {
    zh: '能验证哪些签名算法，用来验对方的证书。',
    en: 'Which signatures can be verified, for the other end’s certificate.',
  },
  use_srtp: {
    zh: '要用这次握手导出 SRTP 的密钥，并列出支持的方案。这是 DTLS-SRTP 的关键。',
    en: 'The keys for SRTP shall come from this handshake; lists the profiles. The heart of DTLS-SRTP.',
  },
  extended_master_secret: {
    zh: '旧版本里把密钥和整个握手绑定，防中间人。',
    en: 'Ties the keys of older versions to the whole handshake, against a middleman.',
  },
  session_ticket: {
    zh: '旧版本里恢复会话用，这里为空。',
    en: 'For resuming sessions in older versions; empty here.',
  },
  psk_key_exchange_modes: {
    zh: '预共享密钥的用法，恢复会话时才有用。',
    en: 'How pre-shared keys may be used; matters when a session is resumed.',
  },
  key_share: {
    zh: '公钥：先猜对方会选哪个群，猜中就省一个来回。抗量子的公钥有 1216 字节，所以一个包装不下。',
    en: 'Public keys for the groups it guesses the server will take, which saves a round trip. The one that resists quantum computers has 1216 bytes, so one packet is not enough.',
  },
  renegotiation_info: {
    zh: '旧版本防重新协商攻击，这里为空。',
    en: 'Against attacks on renegotiation in older versions; empty here.',
  },
  'ssrc-audio-level': {
    zh: '这一包的音量，V 表示可能有人声。',
    en: 'How loud this packet is; V says that it may be speech.',
  },
  'abs-send-time': {
    zh: '发出的时刻，24 位定点秒数，64 秒一圈，供带宽估计。',
    en: 'When it was sent: seconds in 24-bit fixed point that wrap at 64, for estimating bandwidth.',
  },
  'transport-wide-cc': {
    zh: '整条传输通道统一编号的包序号，音频视频一起算，供拥塞控制使用。',
    en: 'A number for every packet of the transport, audio and video alike, for congestion control.',
  },
  'sdes:mid': {
    zh: '属于哪个媒体段：SDP 里 a=mid 的值。',
    en: 'Which media section it belongs to: a=mid of the SDP.',
  },
  CSRC: { zh: '混音服务器写上的贡献源。', en: 'A source that a mixer put in.' },
})
