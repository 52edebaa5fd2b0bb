import { defineMessages } from '../i18n'

/** Words drawn in the figures about SDP, media, ICE and security. */
export const drawings = defineMessages({
  session: { zh: '会话级的行', en: 'lines for the whole session' },
  lines: { zh: '{n} 行', en: '{n} {n|line|lines}' },
  direction: { zh: '方向', en: 'direction' },
  codec: { zh: '首选', en: 'preferred' },
  oneTransport: { zh: '捆绑：共用一条传输通道', en: 'BUNDLE: one transport for all' },

  afterStep: { zh: '第 {n} 步之后', en: 'after step {n}' },
  hereNow: { zh: '你的通话在这里', en: 'your call is here' },
  pending: { zh: '待定', en: 'pending' },
  current: { zh: '当前', en: 'current' },
  local: { zh: '本地', en: 'local' },
  remote: { zh: '远端', en: 'remote' },

  sends: { zh: '发送的轨道', en: 'track it sends' },
  receives: { zh: '接收的轨道', en: 'track it receives' },
  noTrack: { zh: '还没有', en: 'none yet' },
  transceiver: { zh: '收发器', en: 'transceiver' },
  mediaSection: { zh: '媒体段', en: 'media section' },
  noSection: { zh: '还没有写进 SDP', en: 'not in an SDP yet' },
  ofCaller: { zh: '呼叫方的收发器', en: 'the caller’s transceivers' },

  more: { zh: '另有 {n} 个', en: '{n} more' },
  none: { zh: '还没有候选', en: 'no candidates yet' },
  order: { zh: '检查的次序（呼叫方为控制方）', en: 'order of checks (the caller is controlling)' },
  checkedFirst: { zh: '最先检查', en: 'checked first' },
  noPairs: { zh: '两端都有候选，才能配对', en: 'pairs need candidates of both ends' },

  typePreference: { zh: '类型偏好', en: 'type preference' },
  localPreference: { zh: '本地偏好', en: 'local preference' },
  component: { zh: '256 − 组件', en: '256 − component' },

  srtp: { zh: 'SRTP 和数据通道', en: 'SRTP and data channels' },
  srtpProof: {
    zh: '内容只有两端能解密：密钥来自下面的握手',
    en: 'only the two ends can decrypt it: the keys are from the handshake below',
  },
  dtls: { zh: 'DTLS', en: 'DTLS' },
  dtlsProof: {
    zh: '对方出示的证书，正是描述里的指纹所指的那一张',
    en: 'the certificate shown matches the fingerprint in the description',
  },
  ice: { zh: 'ICE', en: 'ICE' },
  iceProof: {
    zh: '包能到达；发出检查的一端读过对方的描述',
    en: 'packets arrive, and whoever sent the check has read the other end’s description',
  },
  keys: { zh: '密钥', en: 'keys' },
  unmuted: { zh: '{n}/{all} 条轨道在收包', en: '{n} of {all} tracks receive' },

  dataChannels: { zh: '数据通道', en: 'data channels' },
  media: { zh: '音频和视频', en: 'audio and video' },
  sctpText: { zh: '分片、排序、重传', en: 'splits, orders, repeats' },
  rtpText: { zh: '编号、打时间戳', en: 'numbers and time stamps' },
  dtlsText: { zh: '握手，加密数据', en: 'handshake; encrypts the data' },
  srtpText: { zh: '用握手的密钥加密媒体', en: 'encrypts media with keys of the handshake' },
  pairText: { zh: 'ICE 选定的一对地址', en: 'the pair of addresses that ICE selected' },
  shared: { zh: '两条支路共用', en: 'shared by both branches' },
})
