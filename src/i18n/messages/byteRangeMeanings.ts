import { defineMessages } from '../i18n'

/** What each kind of byte range means. */
export const rangeMeanings = defineMessages({
  'stun-type': {
    zh: '方法与类别挤在 14 个位里；最高两位是 0，与其他协议区分。',
    en: 'Method and class share 14 bits; the top two bits are 0, which tells STUN from the others.',
  },
  'stun-length': {
    zh: '20 字节的头之后还有多少字节，总是 4 的倍数。',
    en: 'How many bytes follow the header of 20; always a multiple of 4.',
  },
  'stun-cookie': {
    zh: '固定的 0x2112a442：认出 STUN，也是地址异或用的数。',
    en: 'Always 0x2112a442: marks the packet as STUN, and is what addresses are XORed with.',
  },
  'stun-transaction': {
    zh: '请求里随机选的 96 位；响应原样带回，由此知道它对应哪个请求。',
    en: '96 random bits of the request; the response repeats them, so that it finds its question.',
  },
  'attribute-type': {
    zh: '0x8000 及以上的类型，不认识可以跳过；更小的必须认识。',
    en: 'An unknown type of 0x8000 or above may be skipped; below that it must be understood.',
  },
  'attribute-length': {
    zh: '值有多少字节，不含后面的填充。',
    en: 'How many bytes the value has, without the padding after it.',
  },
  padding: {
    zh: '补足到 4 字节的整数倍，内容没有意义。',
    en: 'Fills up to a multiple of 4 bytes; its content does not matter.',
  },
  reserved: { zh: '留给以后，现在是 0。', en: 'Kept for later, 0 for now.' },
  text: { zh: 'UTF-8 编码的文字。', en: 'Words in UTF-8.' },
  number: { zh: '无符号整数，高位在前。', en: 'An unsigned integer, most significant byte first.' },
  opaque: { zh: '只用来比较，里面没有结构。', en: 'Compared as a whole; there is no structure in it.' },
  'address-family': { zh: '1 是 IPv4，2 是 IPv6。', en: '1 is IPv4, 2 is IPv6.' },
  port: { zh: '未经异或的 UDP 端口。', en: 'A UDP port, not XORed.' },
  address: {
    zh: '未经异或的 IP 地址。有的路由器会改写这四个字节。',
    en: 'An IP address, not XORed. Some routers rewrite these four bytes.',
  },
  'xor-port': {
    zh: '与魔术字的前两个字节异或，得到真正的端口。',
    en: 'XOR with the first two bytes of the magic cookie gives the port.',
  },
  'xor-address': {
    zh: '与魔术字异或，得到真正的地址。路由器认不出它，也就不会改写。',
    en: 'XOR with the magic cookie gives the address. A router does not recognize it, and so leaves it alone.',
  },
  'error-code': { zh: '百位和后两位各占一个字节。', en: 'The hundreds in one byte, the rest in another.' },
  transport: {
    zh: 'IP 协议号：要服务器代为收发哪一种包。',
    en: 'The protocol number of IP: what kind of packet the server shall relay.',
  },
  lifetime: {
    zh: '以秒计；到期前要用 Refresh 续期。',
    en: 'In seconds; to be renewed by Refresh before it ends.',
  },
  'channel-number': {
    zh: '0x4000 到 0x4fff；绑定以后，用它代替对方的地址。',
    en: '0x4000 to 0x4fff; once bound, it stands for the address of the other end.',
  },
  hmac: {
    zh: '对前面所有字节的签名。密钥不在包里：ICE 用对方的口令，TURN 由用户名、域和密码算出。',
    en: 'A signature over everything before it. The key is not in the packet: the other end’s password in ICE; made of user name, realm and password in TURN.',
  },
  crc: {
    zh: '前面所有字节的 CRC-32，再与“STUN”四个字母异或。下面是现算的结果。',
    en: 'CRC-32 of everything before it, XORed with the letters “STUN”. Computed here from the bytes.',
  },
  'channel-length': {
    zh: '后面的包有多少字节。整个信道头只有 4 字节，Send 指示却要 36 字节以上。',
    en: 'How long the packet inside is. The whole channel header takes 4 bytes; a Send indication takes more than 36.',
  },
  'dtls-type': {
    zh: '22 是握手，21 是警告，23 是应用数据。',
    en: '22 is a handshake, 21 an alert, 23 application data.',
  },
  'dtls-version': {
    zh: '旧版本号，只为兼容；真正的版本在扩展里谈。',
    en: 'An old version, for compatibility; the real one is negotiated in an extension.',
  },
  'dtls-epoch': {
    zh: '每换一次密钥加一，0 是还没有密钥。',
    en: 'Goes up with every change of keys; 0 means none yet.',
  },
  'dtls-sequence': {
    zh: 'UDP 会丢包、乱序，所以每条记录都有序号。',
    en: 'UDP loses and reorders packets, so every record has a number.',
  },
  'dtls-length': { zh: '后面有多少字节属于这条记录。', en: 'How many bytes after it belong to this record.' },
  'dtls13-flags': {
    zh: '001 开头表示 DTLS 1.3 加密记录，后五位说明序号有多长、有没有长度、密钥代数的末两位。',
    en: 'Beginning with 001: an encrypted record of DTLS 1.3. Five more bits say how long the number is, whether a length follows, and the last two bits of the epoch.',
  },
  'dtls13-sequence': {
    zh: '在 DTLS 1.3 里，连序号也加了密。',
    en: 'In DTLS 1.3 even the number is encrypted.',
  },
  'handshake-type': {
    zh: 'ClientHello 由 DTLS 客户端发出，也就是 a=setup:active 的一端。',
    en: 'ClientHello comes from the DTLS client, the end with a=setup:active.',
  },
  'handshake-length': {
    zh: '整条消息的长度，可能比这个包大。',
    en: 'The length of the whole message, which may exceed this packet.',
  },
  'handshake-sequence': {
    zh: '握手消息从 0 起编号，重传时序号不变。',
    en: 'Handshake messages are counted from 0; a retransmission keeps its number.',
  },
  'fragment-offset': {
    zh: '这一片从整条消息的第几个字节开始。',
    en: 'Where in the whole message this fragment begins.',
  },
  'fragment-length': {
    zh: '这一片有多长。比全长短，就还有后续的包。',
    en: 'How long this fragment is. If shorter than the whole, more packets follow.',
  },
  'hello-version': {
    zh: '固定写 DTLS 1.2，看 supported_versions 才知道真正支持什么。',
    en: 'Always DTLS 1.2; supported_versions has the truth.',
  },
  'hello-random': {
    zh: '32 个随机字节，参与推导密钥，使每次握手都不同。',
    en: '32 random bytes that go into the keys and make every handshake different.',
  },
  size: { zh: '后面一段有多少字节。', en: 'How many bytes the next part has.' },
  'session-id': {
    zh: '旧版本恢复会话用的，这里为空。',
    en: 'For resuming sessions in older versions; empty here.',
  },
  cookie: {
    zh: '旧版本防伪造地址用的，这里为空。',
    en: 'Against forged addresses in older versions; empty here.',
  },
  'cipher-suites': {
    zh: '客户端支持的加密套件，优先的在前，由服务器选一个。',
    en: 'The cipher suites the client supports, in order of preference; the server picks one.',
  },
  compression: {
    zh: '只有“不压缩”；压缩会泄露秘密，早已不用。',
    en: '“None” only: compression leaked secrets and is long gone.',
  },
  'extension-type': {
    zh: '从这里起是一项扩展；不认识的扩展会被忽略。',
    en: 'An extension begins; unknown ones are ignored.',
  },
  'extension-length': { zh: '这项扩展的数据有多少字节。', en: 'How many bytes of data the extension has.' },
  'extension-data': { zh: '这项扩展说的内容。', en: 'What the extension says.' },
  'rtp-first': {
    zh: 'V 总是 2；P 有无填充，X 有无头扩展，CC 有几个贡献源。',
    en: 'V is always 2; P says padding, X a header extension, CC how many contributing sources.',
  },
  'rtp-marker-type': {
    zh: 'PT 是 SDP 里 a=rtpmap 给编解码器编的号，111 是 Opus。M 在视频里标出一帧的最后一个包。',
    en: 'PT is the number that a=rtpmap gave to a codec; 111 is Opus. M marks the last packet of a video frame.',
  },
  'rtp-sequence': {
    zh: '每包加一，接收端由此发现丢包和乱序。',
    en: 'Goes up by one per packet, so that the receiver notices loss and reordering.',
  },
  'rtp-timestamp': {
    zh: '以编解码器的时钟计，Opus 是 48 kHz：20 毫秒一包，每包加 960。',
    en: 'In the codec’s clock, 48 kHz for Opus: a packet of 20 ms adds 960.',
  },
  'rtp-source': {
    zh: '标识一路 RTP 流的随机数，SDP 的 a=ssrc 写的就是它。',
    en: 'A random number that names one RTP stream, the one in a=ssrc of the SDP.',
  },
  'rtp-profile': {
    zh: '0xbede 表示每项扩展前有一个字节的小头。',
    en: '0xbede: each extension has a header of one byte.',
  },
  'rtp-extension-length': { zh: '以 4 字节为单位。', en: 'In units of 4 bytes.' },
  'rtp-extension-header': {
    zh: '前四位是 SDP 里 a=extmap 定的编号，后四位是长度减一。',
    en: 'Four bits of number, as agreed by a=extmap in the SDP; four bits of length minus one.',
  },
  'rtp-extension-data': {
    zh: '头扩展不加密，转发服务器也读得到。',
    en: 'Header extensions are not encrypted; a forwarding server can read them.',
  },
  encrypted: {
    zh: '没有密钥就无法解密，这里也不解读。数字是字节数。',
    en: 'Cannot be read without the keys, and is not read here. The number counts bytes.',
  },
  'auth-tag': {
    zh: '80 位的 HMAC-SHA1：改动任何一个字节，接收端都会发现并丢弃。长度由协商出的 SRTP 方案决定。',
    en: '80 bits of HMAC-SHA1: whatever byte is changed, the receiver notices and drops the packet. Its length comes from the SRTP profile that was negotiated.',
  },
  cut: {
    zh: '这个字段比包里剩下的字节长：前面是已有的字节数，后面是总数。其余部分在下一个包里。',
    en: 'This field is longer than what is left of the packet: bytes here / bytes in all. The rest is in the next packet.',
  },
  unknown: { zh: '解码器不认识这些字节。', en: 'The decoder does not know these bytes.' },
})
