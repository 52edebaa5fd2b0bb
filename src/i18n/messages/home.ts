import { defineMessages } from '../i18n'

/** Words of the home page; the build writes some of them into the page that is read without JavaScript. */
export const home = defineMessages({
  description: {
    zh: '一步一步走完建立 WebRTC 通话的 13 步，看每一步在浏览器里改变了什么。',
    en: 'Take the 13 steps that set up a WebRTC call, one at a time, and see what each of them changes in the browser.',
  },
  title: { zh: '亲手建立一次 WebRTC 通话，一次只走一步', en: 'Make a WebRTC call, one step at a time' },
  intro: {
    zh: '两个浏览器要走 13 步，才能建立一次视频通话。这里每一步都由你来走，每走一步都能看到什么变了：SDP、候选、消息和状态。两端都在这一个页面里，显示的都是浏览器给出的真实数据。',
    en: 'Two browsers set up a video call in 13 steps. Here you take every one of them yourself, and see what it changed: the SDP, the candidates, the messages, the states. Both ends are on one page, and all values come from your browser.',
  },
  start: { zh: '开始走这 13 步', en: 'Start the 13 steps' },
  goOn: { zh: '接着走第 {n} 步：{name}', en: 'Go on at step {n}: {name}' },
  again: { zh: '再走一遍 13 步', en: 'Take the 13 steps again' },
  withoutCamera: { zh: '不用摄像头', en: 'Without a camera' },
  terms: {
    zh: '约 15 分钟 · 不用注册，不用服务器 · 离线可用',
    en: 'About 15 minutes · no account, no server · works offline',
  },
  newHere: { zh: '从没听说过 WebRTC？先看头 60 秒', en: 'New to WebRTC? Begin with the first 60 seconds' },
  askTitle: { zh: '你自己的通话出了问题？', en: 'Your own call fails?' },
  askLabel: {
    zh: '粘贴报错或 SDP，或者写下你的问题',
    en: 'Paste an error or SDP, or type a question',
  },
  ask: { zh: '查找', en: 'Find' },
  dumpText: {
    zh: '有 webrtc-internals 导出的文件，或者两段 SDP？',
    en: 'Do you have a dump of webrtc-internals, or two pieces of SDP?',
  },
  dumpMore: { zh: '诊断这次通话', en: 'Diagnose the call' },
  oftenAsked: { zh: '常见问题：', en: 'Often asked:' },
  doors: { zh: '还可以去', en: 'Where else to go' },
  labsText: {
    zh: '出了问题的通话，一个一个动手修好；信令服务器由你来当。',
    en: 'Calls that go wrong, to mend by hand, one by one. You are the signaling server.',
  },
  labsMore: { zh: '选一个实验', en: 'Choose a lab' },
  conceptsText: {
    zh: '信令、SDP、ICE、NAT、TURN、安全：每一篇都能对照你自己的通话。',
    en: 'Signaling, SDP, ICE, NAT, TURN, security: each with values from your own call.',
  },
  roomText: {
    zh: '两台设备进同一个房间：聊天、邀请、振铃、通话，每一条消息都摊开给你看。',
    en: 'Two devices in one room: chat, invite, ring and call, with every message in plain sight.',
  },
  roomMore: { zh: '进入房间', en: 'Enter a room' },
  conceptsCount: { zh: '{n} 篇概念', en: '{n} {n|concept|concepts}' },
  conceptsRead: { zh: '读了 {read} / {n} 篇', en: '{read} of {n} read' },
  errorsText: {
    zh: '浏览器的报错原文，以及不报错的故障：原因、怎么区分、怎么解决。',
    en: 'The exact texts of browsers, and failures without a text: causes, how to tell them apart, and what to do.',
  },
  errorsMore: { zh: '找到你的错误', en: 'Find your error' },
  glossaryText: {
    zh: '每个术语一句话讲清，中英对照，附上讲它的页面。',
    en: 'Each term in one line, in Chinese and English, with the page that teaches it.',
  },
  glossaryMore: { zh: '查术语', en: 'Look up a term' },
  inspectorName: { zh: '检查器', en: 'Inspector' },
  inspectorText: {
    zh: '看任何 XState 5 应用的状态图、事件和时序，全在本机。',
    en: 'Statecharts, events and sequences of any XState 5 app, all on this machine.',
  },
  inspectorMore: { zh: '打开检查器', en: 'Open the inspector' },
  teachName: { zh: '给老师', en: 'For teachers' },
  teachText: {
    zh: '六讲课程、可打印的工作单，还有批改：学生交来的文件，一拖就成一张表。',
    en: 'A course of six lessons, worksheets to print, and marking: drop the students’ files, get a table.',
  },
  teachMore: { zh: '看看课程', en: 'See the course' },
  pictureLabel: { zh: '通话示意图', en: 'A call in small' },
  pictureHint: {
    zh: '拖动滑块。这是示意图；真实的通话在下一页。',
    en: 'Move the slider. This is a drawing; the real call is on the next page.',
  },
  sliderLabel: { zh: '走到第几步', en: 'How many steps are done' },
  nothingYet: { zh: '两端还互不知道对方。', en: 'Neither end knows of the other yet.' },
  stepDone: { zh: '第 {n} 步 · {end} · {name}', en: 'Step {n} · {end} · {name}' },
  media: { zh: '媒体', en: 'media' },
  mediaFlows: { zh: '两端直接收发音视频。', en: 'Audio and video flow between the ends.' },
})

/** What people often ask; each is a query of the search. */
export const oftenAsked = defineMessages({
  black: { zh: '对方看不到我的画面', en: 'remote video is black' },
  checking: { zh: '一直是 checking', en: 'stuck at checking' },
  stable: { zh: 'Called in wrong state: stable', en: 'Called in wrong state: stable' },
  turn: { zh: 'ICE failed, add a TURN server', en: 'ICE failed, add a TURN server' },
  localhost: { zh: '只有 localhost 能用', en: 'works on localhost only' },
})
