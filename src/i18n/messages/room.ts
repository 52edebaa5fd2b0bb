import { defineMessages } from '../i18n'

/** Words of the room: who is there, the chat, the call, and the messages that make it. */
export const room = defineMessages({
  title: { zh: '房间', en: 'The room' },
  intro: {
    zh: '两台设备，一个房间：报上名字，看见谁在，聊天，点名字邀请对方通话。13 步由应用自己走完，你在旁边看每一条消息。',
    en: 'Two devices, one room: give a name, see who is there, chat, and invite someone to a call by a click. The app takes the 13 steps by itself while you watch every message.',
  },
  description: {
    zh: '在一个房间里聊天和视频通话，看见加入、邀请、振铃、接受、协商、挂断的每一条信令消息。',
    en: 'Chat and call in a room, and see every signaling message: join, invite, ring, accept, negotiate, hang up.',
  },
  name: { zh: '你的名字', en: 'Your name' },
  nameHint: {
    zh: '最多 40 个字符，房间里的人都看得到',
    en: 'At most 40 characters; everyone in the room sees it',
  },
  badName: {
    zh: '名字要有 1 到 40 个字符，不能有换行。',
    en: 'A name has 1 to 40 characters and no line break.',
  },
  room: { zh: '房间名', en: 'Room' },
  roomHint: {
    zh: '字母、数字和连字符。同一个房间名的人在一起。',
    en: 'Letters, digits and hyphens. Who enters the same name meets.',
  },
  badRoom: {
    zh: '房间名只能有字母、数字、下划线和连字符，1 到 64 个。',
    en: 'A room is named with 1 to 64 letters, digits, hyphens and underscores.',
  },
  seal: { zh: '密封这个房间', en: 'Seal the room' },
  sealHint: {
    zh: '每条消息都用链接里的密钥加密（AES-GCM），中继只看得到编号和大小。没有密钥就无法解密。',
    en: 'Every message is encrypted with a key that stands only in the link (AES-GCM): the relay sees ids and sizes. Without the key nobody can read.',
  },
  sealInsecure: {
    zh: '这个页面不是 https，浏览器不给加密，房间不能密封。',
    en: 'This page is not https, so the browser gives no encryption and the room cannot be sealed.',
  },
  sealed: { zh: '已密封', en: 'sealed' },
  join: { zh: '进入房间', en: 'Join' },
  learn: { zh: '概念：房间', en: 'Concept: the room' },
  relay: { zh: '本站的中继服务器', en: 'relay on this server' },
  broadcast: { zh: '只在这个浏览器里', en: 'this browser only' },
  relayTitle: {
    zh: '消息经过提供这个页面的服务器（WebSocket）。',
    en: 'Messages pass the server that this page came from (WebSocket).',
  },
  broadcastTitle: {
    zh: '提供这个页面的服务器没有中继，消息只到得了这个浏览器的其他标签页（BroadcastChannel）。用 npm start 启动就有中继。',
    en: 'The server of this page has no relay, so messages reach only other tabs of this browser (BroadcastChannel). With npm start there is one.',
  },
  states: { zh: '房间状态机', en: 'States of the room machine' },
  members: { zh: '{n} 人在场', en: '{n} here' },
  you: { zh: '你', en: 'you' },
  inCallWithYou: { zh: '正在和你通话', en: 'in a call with you' },
  busyMember: { zh: '通话中', en: 'in a call' },
  unnamed: { zh: '（还没报名字）', en: '(no name yet)' },
  away: { zh: '房间看不到对方了', en: 'the room lost sight of them' },
  invite: { zh: '邀请', en: 'Invite' },
  inviteOne: { zh: '邀请 {name} 通话', en: 'Invite {name} to a call' },
  callForTwo: { zh: '通话只有两个人。', en: 'A call is for two.' },
  whyNotThree: { zh: '为什么不是三个？', en: 'Why not three?' },
  copyLink: { zh: '复制邀请链接', en: 'Copy the invite link' },

  ringsYou: { zh: '{name} 邀请你通话', en: '{name} calls you' },
  ringing: { zh: '正在呼叫 {name}…', en: 'Ringing {name} …' },
  videoAndSound: { zh: '{room} · 视频和声音', en: '{room} · video and sound' },
  givesUp: { zh: '{room} · 再响 {n} 秒', en: '{room} · gives up in {n} s' },
  accept: { zh: '接听', en: 'Accept' },
  acceptWithout: { zh: '不用摄像头接听', en: 'Accept without the camera' },
  refuse: { zh: '拒绝', en: 'Refuse' },
  cancel: { zh: '取消', en: 'Cancel' },
  ringsMore: { zh: '再响 {n} 秒 · 摄像头还没打开', en: 'rings {n} s more · your camera is still off' },
  startsOnAccept: {
    zh: '对方接听后才打开摄像头，13 步才开始',
    en: 'the camera and the 13 steps start when they accept',
  },

  mute: { zh: '静音', en: 'Mute' },
  unmute: { zh: '打开麦克风', en: 'Unmute' },
  stopCamera: { zh: '关闭画面', en: 'Stop the picture' },
  startCamera: { zh: '打开画面', en: 'Start the picture' },
  shareScreen: { zh: '共享屏幕', en: 'Share the screen' },
  stopSharing: { zh: '停止共享', en: 'Stop sharing' },
  snapshot: { zh: '发送截图', en: 'Send a snapshot' },
  sendFile: { zh: '发送文件', en: 'Send a file' },
  restartIce: { zh: '重启 ICE', en: 'Restart ICE' },
  hangUp: { zh: '挂断', en: 'Hang up' },
  leave: { zh: '离开房间', en: 'Leave the room' },
  controls: { zh: '通话的控制', en: 'Controls of the call' },
  devices: { zh: '设备', en: 'Devices' },
  camera: { zh: '摄像头', en: 'Camera' },
  microphone: { zh: '麦克风', en: 'Microphone' },

  localVideo: { zh: '你的画面', en: 'Your picture' },
  remoteVideo: { zh: '{name} 的画面', en: 'Picture of {name}' },
  localScreen: { zh: '你共享的屏幕', en: 'The screen you share' },
  remoteScreen: { zh: '{name} 共享的屏幕', en: 'The screen of {name}' },
  cameraOff: { zh: '摄像头已关', en: 'camera off' },
  muted: { zh: '已静音', en: 'muted' },
  roundTrip: { zh: '往返 {n} ms', en: 'round trip {n} ms' },
  qualityTitle: {
    zh: '收到的画面：编解码器、大小、选中候选对的往返时延、两端候选的类型（getStats）',
    en: 'The picture that arrives: codec, size, round-trip time of the selected pair, kinds of both candidates (getStats)',
  },
  testPattern: { zh: '测试图案', en: 'test pattern' },
  patternBecause: {
    zh: '没有用摄像头（{why}），发送的是测试图案。',
    en: 'No camera ({why}), so the test pattern is sent.',
  },
  patternInsecure: {
    zh: '这个页面不是 https，浏览器不给摄像头，发送的是测试图案。',
    en: 'This page is not https, so the browser gives no camera: the test pattern is sent.',
  },
  play: { zh: '▶ 播放', en: '▶ Play' },
  waitsForPicture: { zh: '等待 {name} 的画面', en: 'waiting for the picture of {name}' },

  chat: { zh: '聊天', en: 'Chat' },
  write: { zh: '写一句，按 Enter 发送', en: 'Write a line, Enter sends it' },
  over: { zh: '走哪条路', en: 'Over' },
  signaling: { zh: '信令', en: 'Signaling' },
  channel: { zh: '数据通道', en: 'Data channel' },
  both: { zh: '两条都走', en: 'Both' },
  channelLater: { zh: '数据通道在通话时打开', en: 'The data channel opens with the call' },
  joined: { zh: '{name} 进来了', en: '{name} joined' },
  left: { zh: '{name} 离开了', en: '{name} left' },
  missed: { zh: '{name} 邀请你通话，已回复占线', en: '{name} invited you and heard that you are busy' },
  noLines: { zh: '还没有人说话。', en: 'Nobody has written yet.' },

  pictures: { zh: '截图与文件', en: 'Pictures and files' },
  sent: { zh: '发出', en: 'sent' },
  received: { zh: '收到', en: 'received' },
  progress: { zh: '{done} / {size}', en: '{done} of {size}' },
  stopped: { zh: '中断', en: 'stopped' },
  save: { zh: '保存 {name}', en: 'Save {name}' },
  cancelOne: { zh: '不再发送 {name}', en: 'Stop sending {name}' },
  notPicture: { zh: '不是图片', en: 'not a picture' },
  tooLarge: {
    zh: '最大 32 MB：文件在两端都要放进内存。',
    en: 'At most 32 MB: both ends keep the file in memory.',
  },

  parts: { zh: '显示哪一部分', en: 'Which part to show' },
  people: { zh: '成员', en: 'People' },
  wire: { zh: '消息', en: 'Messages' },
  evidence: { zh: '证据', en: 'Evidence' },
  map: { zh: '步骤', en: 'Steps' },
  machine: { zh: '状态机', en: 'Machine' },
  noCall: {
    zh: '通话开始后，这里是它的全部证据。',
    en: 'Once there is a call, all its evidence stands here.',
  },
  noMessages: { zh: '还没有消息。', en: 'No message yet.' },
  everyMessage: { zh: '房间的每一条消息', en: 'Every message of the room' },
  refusedCount: { zh: '拒收 {n} 条', en: '{n} refused' },
  everyone: { zh: '所有人', en: 'everyone' },
  thisPage: { zh: '本页', en: 'this page' },
})

/** The sentences of the middle: what the state is, and what to do. */
export const roomNews = defineMessages({
  joining: { zh: '正在连接中继服务器…', en: 'Connecting to the relay …' },
  alone: {
    zh: '你是第一个。把链接发给另一台设备，让它扫码，或者在另一个标签页打开链接。',
    en: 'You are the first. Send the link to another device, let it scan the code, or open the link in another tab.',
  },
  present: {
    zh: '点一个名字旁的“邀请”，对方那边就会响铃。',
    en: 'Press Invite beside a name, and it rings over there.',
  },
  full: {
    zh: '这个房间满了。换一个房间名，或者等有人离开后再进。',
    en: 'This room is full. Take another room, or come back when someone has left.',
  },
  nameTaken: {
    zh: '“{name}”已经有人用了，对方先到。选一个别的名字：',
    en: '“{name}” is taken: the other one came first. Choose another name:',
  },
  negotiating: {
    zh: '正在建立连接：应用自己走 13 步，左边亮到哪一步就是哪一步。',
    en: 'Connecting: the app takes the 13 steps by itself; the map shows where it is.',
  },
  inCall: { zh: '通话中。', en: 'In the call.' },
  lost: {
    zh: '中继断开，正在重连。通话不受影响{more}。',
    en: 'The relay is lost; the page reconnects. A call goes on{more}.',
  },
  closed: {
    zh: '中继关闭了这条连接（{why}）。离开房间再进来。',
    en: 'The relay has closed this connection ({why}). Leave the room and join again.',
  },
  failed: {
    zh: '连接断了，正在用新的 ICE 凭据重连；也可以按“重启 ICE”。',
    en: 'The connection has failed and is being repaired with new ICE credentials; “Restart ICE” does it by hand.',
  },
  interrupted: {
    zh: '暂时收不到对方的数据。什么都没有关闭，网络恢复后会自己继续。',
    en: 'Nothing arrives for the moment. Nothing is closed: it goes on by itself once the network is back.',
  },
})

/** Why the last call is over, by who ended it. */
export const endedByOther = defineMessages({
  refused: { zh: '{name} 拒绝了。可以先写一句话问问。', en: '{name} refused. You can write a line first.' },
  busy: { zh: '{name} 正在通话。过一会儿再邀请。', en: '{name} is busy. Invite again later.' },
  'no-answer': {
    zh: '{name} 30 秒没有接。可以再邀请一次。',
    en: '{name} did not answer for 30 s. You can invite again.',
  },
  cancelled: { zh: '{name} 取消了邀请。', en: '{name} took the invitation back.' },
  'hung-up': {
    zh: '{name} 挂断了。证据还在，可以再邀请。',
    en: '{name} hung up. The evidence stays; you can invite again.',
  },
  left: { zh: '{name} 离开了房间，通话结束。', en: '{name} left the room, so the call is over.' },
  failed: { zh: '和 {name} 的连接断了。', en: 'The connection with {name} has failed.' },
})
export const endedBySelf = defineMessages({
  refused: { zh: '你拒绝了 {name}。', en: 'You refused {name}.' },
  busy: { zh: '你正在通话。', en: 'You are busy.' },
  'no-answer': {
    zh: '{name} 呼叫过你，你没有接。可以邀请对方。',
    en: '{name} called and you did not answer. You can invite them.',
  },
  cancelled: { zh: '你取消了对 {name} 的邀请。', en: 'You took the invitation to {name} back.' },
  'hung-up': {
    zh: '你挂断了和 {name} 的通话。证据还在，可以再邀请。',
    en: 'You hung up on {name}. The evidence stays; you can invite again.',
  },
  left: { zh: '你离开了。', en: 'You left.' },
  failed: { zh: '和 {name} 的连接断了。', en: 'The connection with {name} has failed.' },
})

/** More words of the middle. */
export const roomMore = defineMessages({
  machine: {
    zh: '每个参与者有一台房间状态机，通话的这一端另有一台。在检查器里实时看它们收到的每个事件。现在的状态：',
    en: 'Each participant has a machine of the room, and its end of a call has another. The inspector shows live every event that they get. The state now:',
  },
  inspectTitle: {
    zh: '在检查器里实时查看房间状态机',
    en: 'Watch the machine of the room live in the inspector',
  },
  noCalls: {
    zh: '这个浏览器没有 WebRTC（RTCPeerConnection）：可以聊天，不能通话。',
    en: 'This browser has no WebRTC (RTCPeerConnection): you can chat here, but not call.',
  },
  qr: { zh: '邀请链接的二维码', en: 'The invite link as a QR code' },
  back: { zh: '知道了', en: 'All right' },
  inviteAgain: { zh: '再邀请 {name}', en: 'Invite {name} again' },
  useName: { zh: '用“{name}”', en: 'Use “{name}”' },
  secondsInCall: { zh: '通话 {time}', en: '{time} in the call' },
})

/** The question before a page with a call is left. */
export const roomLeaving = defineMessages({
  title: { zh: '结束与 {name} 的通话？', en: 'End the call with {name}?' },
  text: {
    zh: '离开这个页面会挂断通话，并退出房间。',
    en: 'If you leave this page, the call ends and you leave the room.',
  },
  stay: { zh: '继续通话', en: 'Stay in the call' },
})

/** The rounds of the negotiation on the map. */
export const roundWords = defineMessages({
  title: { zh: '应用自己走的步骤', en: 'Steps the app takes by itself' },
  round: { zh: '第 {n} 轮', en: 'Round {n}' },
  theCall: { zh: '第 {n} 轮 · 通话', en: 'Round {n} · the call' },
  restart: { zh: '第 {n} 轮 · ICE 重启', en: 'Round {n} · ICE restart' },
  more: { zh: '第 {n} 轮 · 再次协商', en: 'Round {n} · renegotiation' },
  nothing: { zh: '没有要做的', en: 'nothing to do' },
  within: { zh: '含在 setLocalDescription() 里', en: 'inside setLocalDescription()' },
  none: { zh: '通话开始后，这些步骤逐个点亮。', en: 'Once there is a call, these steps light up.' },
  you: { zh: '你', en: 'You' },
  done: { zh: '已完成', en: 'done' },
  busy: { zh: '进行中', en: 'running' },
  todo: { zh: '未开始', en: 'not yet' },
  skipped: { zh: '没有要做的', en: 'nothing to do' },
})
