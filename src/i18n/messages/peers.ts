import { defineMessages } from '../i18n'

/** Words of the peers: their cards, the signaling channel between them, and the state of the whole call. */
export const peersWords = defineMessages({
  label: { zh: '现场', en: 'Scene' },
  stepShort: { zh: '第 {n} 步', en: 'step {n}' },
  acted: { zh: '刚刚行动', en: 'acted last' },
  done: { zh: '已完成', en: 'done' },
  busy: { zh: '进行中', en: 'running' },
  failed: { zh: '失败', en: 'failed' },
  justChanged: { zh: '（刚刚变化）', en: ' (just changed)' },
  states: { zh: '四个状态', en: 'The four states' },
  slots: { zh: '四个描述槽位', en: 'The four description slots' },
  slotName: { zh: '{end}，{slot}：{value}', en: '{end}, {slot}: {value}' },
  pendingLocalDescription: { zh: '待定的本地描述', en: 'pending local description' },
  currentLocalDescription: { zh: '当前的本地描述', en: 'current local description' },
  pendingRemoteDescription: { zh: '待定的远端描述', en: 'pending remote description' },
  currentRemoteDescription: { zh: '当前的远端描述', en: 'current remote description' },
  empty: { zh: '空', en: 'empty' },

  testPattern: { zh: '测试图案', en: 'test pattern' },
  appearsAt: { zh: '第 {n} 步后出现', en: 'from step {n}' },
  noConnectionYet: { zh: '还没有连接', en: 'no connection yet' },
  allStates: { zh: '全部状态', en: 'All states' },
  afterHangUp: { zh: '已挂断', en: 'hung up' },
  firstPacket: { zh: '等待第一个包', en: 'waiting for the first packet' },
  soundOn: { zh: '打开{end}听到的声音', en: 'Play the sound that the {end} hears' },
  playVideo: { zh: '▶ 播放', en: '▶ Play' },
  playBlocked: { zh: '浏览器禁止了自动播放', en: 'The browser blocks autoplay' },
  localOf: { zh: '{end}的本地视频', en: 'Local video of the {end}' },
  remoteOf: { zh: '{end}收到的远端视频', en: 'Remote video as the {end} receives it' },

  wire: { zh: '信令通道', en: 'Signaling channel' },
  messages: { zh: '{n} 条消息', en: '{n} {n|message|messages}' },
  oneMessage: { zh: '1 条消息', en: '1 message' },
  refused: { zh: '拒收 {n} 条', en: '{n} refused' },
  held: { zh: '待发 {n}', en: 'held {n}' },
  queued: { zh: '排队 {n}', en: 'queued {n}' },
  heldAt: {
    zh: '{end}有 {n} 个候选待发：等本端的描述先经过信令',
    en: '{n} {n|candidate|candidates} of the {end} {n|waits|wait} until its description has crossed',
  },
  queuedAt: {
    zh: '{end}有 {n} 个候选排队：等 setRemoteDescription() 完成',
    en: '{n} {n|candidate|candidates} at the {end} {n|waits|wait} until setRemoteDescription() is done',
  },
  lastCrossed: { zh: '最近一次经过信令的描述：', en: 'The description that crossed last: ' },
  underWay: { zh: '在路上', en: 'on its way' },
  notConfirmed: { zh: '未确认', en: 'not confirmed' },
  gone: { zh: '{end}已离开', en: '{end} has left' },

  callState: { zh: '连接状况', en: 'State of the connection' },
})
