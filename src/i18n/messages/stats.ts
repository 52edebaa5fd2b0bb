import { defineMessages } from '../i18n'

/** Words of the statistics tab. Code is between backticks. */
export const statsWords = defineMessages({
  charts: { zh: '统计曲线', en: 'Charts' },
  table: { zh: '连接统计，每秒更新', en: 'Connection statistics, once a second' },
  name: { zh: '项目', en: 'Value' },
  meaning: { zh: '含义', en: 'What it means' },
  chart: {
    zh: '{name}，单位 {unit}。{values}数值见下表。',
    en: '{name} in {unit}. {values}The table below has the values.',
  },
  valuesOf: { zh: '{end}：{values}。', en: '{end}: {values}. ' },
  range: { zh: '现在 {last}，最低 {low}，最高 {high}', en: 'now {last}, lowest {low}, highest {high}' },
  noValue: { zh: '尚无数值', en: 'no value yet' },
  marks: { zh: '竖虚线：步骤 {steps} 完成。', en: 'Dashed lines: steps {steps} done. ' },
  axis: { zh: '横轴：通话开始后的时间（分:秒）', en: 'Across: time since the call was made (min:s)' },

  bitrateIn: { zh: '接收码率', en: 'Bitrate in' },
  bitrateOut: { zh: '发送码率', en: 'Bitrate out' },
  roundTripTime: { zh: '往返时延', en: 'Round-trip time' },
  jitter: { zh: '抖动', en: 'Jitter' },
  loss: { zh: '丢包率', en: 'Packet loss' },
  packetsLost: { zh: '累计丢包', en: 'Packets lost' },
  framesPerSecond: { zh: '帧率', en: 'Frames per second' },
  framesDecoded: { zh: '已解码帧', en: 'Frames decoded' },
  codecsIn: { zh: '接收编解码器', en: 'Codecs in' },
  codecsOut: { zh: '发送编解码器', en: 'Codecs out' },
  pair: { zh: '选定的候选对', en: 'Selected pair' },
  iceRole: { zh: 'ICE 角色', en: 'ICE role' },
  dtlsState: { zh: 'DTLS 状态', en: 'DTLS state' },
  dtlsRole: { zh: 'DTLS 角色', en: 'DTLS role' },
  tlsVersion: { zh: 'DTLS 版本', en: 'DTLS version' },
  dtlsCipher: { zh: 'DTLS 加密套件', en: 'DTLS cipher' },
  srtpCipher: { zh: 'SRTP 加密套件', en: 'SRTP cipher' },
  fingerprint: { zh: '对端证书指纹', en: 'Their certificate' },

  live: { zh: '`getStats()` 的实时读数，每秒一次。', en: 'Live readings of `getStats()`, once a second.' },
  past: {
    zh: '正在回看：这是到这一刻为止最后一次 `getStats()` 的读数。',
    en: 'You are looking back: the last reading of `getStats()` up to this moment.',
  },
  closed: {
    zh: '连接已关闭：这是关闭前最后一次读数。',
    en: 'The connection is closed: these were the last readings.',
  },
  noCharts: {
    zh: '第 13 步接通、媒体开始传输之后才有曲线。',
    en: 'The charts begin when step 13 has connected the call and media flows.',
  },
  empty: {
    zh: '还没有连接。第 {n} 步创建连接后，这里每秒读一次 `getStats()`；第 13 步接通后数字开始变化。',
    en: 'There is no connection yet. Step {n} creates one, then `getStats()` is read here once a second; numbers move when step 13 has connected the call.',
  },
  waiting: {
    zh: '连接已创建，但还没有统计可显示：第 4 步 `setLocalDescription()` 之后出现传输通道和候选，第 13 步接通后有媒体统计。',
    en: 'There is a connection, but nothing to count yet: transports and candidates appear after `setLocalDescription()` (step 4), media once step 13 has connected the call.',
  },
  pastEmpty: {
    zh: '到这一刻为止没有读过统计：打开本页时每秒读一次，连接状态变化时也读一次。',
    en: 'No statistics had been read up to this moment: they are read once a second while this tab is open, and when the connection changes its state.',
  },
  recorded: {
    zh: '文件里到这一刻为止最后一次 `getStats()` 的读数。',
    en: 'The last reading of `getStats()` that the file has up to this moment.',
  },
  recordedEmpty: {
    zh: '到这一刻为止，文件里还没有统计。往后移动看看。',
    en: 'The file has no statistics up to this moment. Move on to a later one.',
  },
  recording: {
    zh: '录制里没有统计：录制只记事件，统计只能从运行中的连接读取。',
    en: 'A recording has no statistics: it holds events, and statistics are read from a running connection.',
  },
  neverRead: {
    zh: '连接已关闭，而之前没有读过统计。重新开始后再看。',
    en: 'The connection is closed, and nothing was read before. Restart to see statistics.',
  },
})

/** The meaning of each number, by the name of its row. */
export const statsNotes = defineMessages({
  bitrateIn: {
    zh: '每秒收到多少比特的媒体：两次读数之间 `bytesReceived` 的差 × 8 ÷ 秒数，不含 RTP 头。',
    en: 'Bits of media that arrive in a second: the growth of `bytesReceived` between two readings × 8 ÷ seconds, without RTP headers.',
  },
  bitrateOut: {
    zh: '每秒发出多少比特，由 `bytesSent` 算出。刚接通时会爬升：拥塞控制在试探带宽。',
    en: 'Bits sent in a second, from `bytesSent`. It climbs at first: congestion control is probing the bandwidth.',
  },
  roundTripTime: {
    zh: '一次连通性检查（STUN）来回的时间，取自选定的候选对。超过约 300 ms，通话就会觉得慢。',
    en: 'How long a connectivity check (STUN) takes there and back, on the selected pair. Above some 300 ms a talk feels slow.',
  },
  jitter: {
    zh: '包到达间隔的波动。抖动缓冲以延迟换平滑；通常几十毫秒以内没有问题。',
    en: 'How unevenly packets arrive. The jitter buffer smooths it at the price of delay; up to some tens of ms is fine.',
  },
  loss: {
    zh: '两次读数之间丢失的包所占的比例。2% 以内一般听不出，视频可以重传。',
    en: 'Share of packets lost since the last reading. Up to 2% is hardly heard; video can be sent again.',
  },
  packetsLost: {
    zh: '从开始到现在一共丢了多少；迟到的包会被扣回，所以可能变小。',
    en: 'All that were lost since the beginning. A packet that arrives late is subtracted again, so it may fall.',
  },
  framesPerSecond: {
    zh: '最近一秒解码了多少帧视频。',
    en: 'Video frames decoded in the last second.',
  },
  framesDecoded: {
    zh: '一共解码的帧数。它在增长，说明画面确实在更新。',
    en: 'All frames decoded. As long as it grows, pictures really arrive.',
  },
  codecsIn: {
    zh: '正在接收的媒体用的编解码器：协商出的多种里，实际用的是这些。',
    en: 'The codecs of what arrives: of the many agreed upon, these are in use.',
  },
  codecsOut: { zh: '正在发送的媒体用的编解码器。', en: 'The codecs of what is sent.' },
  pair: {
    zh: '本地 ↔ 远端，所有的包都走这一对。详见 ICE 页的候选对。',
    en: 'Local ↔ remote: every packet takes this pair. See the pairs of the ICE tab.',
  },
  iceRole: {
    zh: '控制方（controlling）提名选定的候选对；提议方是控制方。',
    en: 'The controlling end nominates the pair; the offerer is the controlling one.',
  },
  dtlsState: {
    zh: 'DTLS 握手走到哪一步。`connected` 之后才有密钥，媒体才能传输。',
    en: 'How far the DTLS handshake has come. Only `connected` gives the keys that media needs.',
  },
  dtlsRole: {
    zh: '谁先发 ClientHello：应答里的 `a=setup:active` 那一方是客户端。',
    en: 'Who sends the ClientHello: the end whose answer says `a=setup:active` is the client.',
  },
  tlsVersion: { zh: '握手用的 DTLS 版本。', en: 'The version of DTLS that the handshake agreed on.' },
  dtlsCipher: {
    zh: '保护握手和数据通道的加密套件。',
    en: 'What protects the handshake and data channels.',
  },
  srtpCipher: {
    zh: '保护音视频的加密方式，密钥由 DTLS 握手导出（DTLS-SRTP）。',
    en: 'What protects audio and video; its keys come out of the DTLS handshake (DTLS-SRTP).',
  },
  fingerprint: {
    zh: '对端证书的 SHA-256。它必须等于对端 SDP 里的 `a=fingerprint`，否则握手失败：信任由此而来。',
    en: 'SHA-256 of the certificate the other end showed. It must equal `a=fingerprint` in their SDP, or the handshake fails: this is where trust comes from.',
  },
})
