import { defineMessages } from '../i18n'

/** The exchange of an offer and an answer by hand. */
export const hand = defineMessages({
  title: { zh: '手工交换描述', en: 'Exchange descriptions by hand' },
  intro: {
    zh: '不用任何服务器：一个人生成提议，交给对方；对方交回应答。两份描述都等候选收集完才给出，所以各传一次就够。连通之后，房间的消息走这条数据通道。',
    en: 'No server at all: one makes an offer and hands it over, the other hands the answer back. Both are given out once all candidates are gathered, so each travels once. Then the messages of the room take this data channel.',
  },
  makeOffer: { zh: '生成提议', en: 'Make an offer' },
  orTake: { zh: '或者，读入对方给你的提议', en: 'Or take the offer that you were given' },
  makingTitle: { zh: '正在收集 ICE 候选…', en: 'Gathering ICE candidates …' },
  giveOffer: { zh: '1 · 把提议交给对方', en: '1 · Hand the offer over' },
  takeAnswer: { zh: '2 · 读入对方的应答', en: '2 · Take the answer' },
  giveAnswer: { zh: '把应答交还给对方', en: 'Hand the answer back' },
  waiting: {
    zh: '对方读入应答后，房间会自己打开。这个页面不要关。',
    en: 'The room opens by itself once the other one has taken the answer. Keep this page open.',
  },
  connecting: { zh: '两份描述都设好了，正在连接…', en: 'Both descriptions are set; connecting …' },
  failed: {
    zh: '两端之间找不到通路。两台设备要在同一个网络里；只有 .local 地址时，拦截组播的网络解析不了它，先在浏览器里允许这个网站用摄像头，再重新来一次。',
    en: 'No way between the two ends was found. Both devices must be in one network. A network that blocks multicast does not resolve .local addresses: let this site use the camera first, then start over.',
  },
  startOver: { zh: '从头再来', en: 'Start over' },
  otherWay: { zh: '换一种方式', en: 'Take another way' },

  copyText: { zh: '复制文本', en: 'Copy the text' },
  copyLink: { zh: '复制链接', en: 'Copy the link' },
  saveFile: { zh: '存成文件', en: 'Save a file' },
  showText: { zh: '看文本', en: 'Show the text' },
  outText: { zh: '要交给对方的描述', en: 'The description to hand over' },
  qr: { zh: '二维码：带着描述的链接', en: 'QR code: a link that carries the description' },
  qrPart: {
    zh: '二维码，第 {n} 份，共 {of} 份',
    en: 'QR code, part {n} of {of}',
  },
  phone: {
    zh: '手机自带的相机就能读：它是一个链接，描述在 # 后面，不会发给任何服务器。',
    en: 'The camera app of any phone reads it: it is a link, and what stands after # is sent to no server.',
  },
  manyParts: {
    zh: '一个二维码装不下，分成 {of} 份轮流显示，先后不限。',
    en: 'It does not fit into one code: {of} parts, one after the other, in any order.',
  },
  previous: { zh: '上一份', en: 'Previous part' },
  next: { zh: '下一份', en: 'Next part' },
  pause: { zh: '暂停', en: 'Pause' },
  play: { zh: '轮流显示', en: 'Show in turn' },
  onlyHere: {
    zh: '这个链接指向本机，别的设备打不开。给另一台设备请用文本或文件，或者用 npm start -- --lan 启动。',
    en: 'This link leads to this machine, so other devices cannot open it. Use the text or the file for them, or start the app with npm start -- --lan.',
  },

  paste: {
    zh: '粘贴文本或链接，也可以把文件拖进来',
    en: 'Paste the text or the link, or drop the file here',
  },
  take: { zh: '读入', en: 'Take it' },
  openFile: { zh: '打开文件', en: 'Open a file' },
  scan: { zh: '用摄像头扫码', en: 'Scan with the camera' },
  stopScan: { zh: '停止扫码', en: 'Stop scanning' },
  scanning: { zh: '把二维码放进画面', en: 'Hold the code into the picture' },
  noCamera: {
    zh: '用不了摄像头（{why}）。请改用文本、文件或链接。',
    en: 'The camera cannot be used ({why}). Use text, file or link instead.',
  },
  noScan: {
    zh: '这个浏览器不会在页面里扫码。用手机自带的相机扫，它会把二维码当作链接打开；也可以传文本或文件。',
    en: 'This browser cannot scan inside a page. The camera app of a phone reads the code as a link; or pass on text or file.',
  },
  tooLarge: { zh: '这个文件太大，不会是一份描述。', en: 'This file is too large to be a description.' },
  missing: {
    zh: '还差第 {missing} 份（共 {of} 份），先后不限。',
    en: 'Still missing: part {missing} of {of}, in any order.',
  },
  refused: { zh: '浏览器拒绝了这份描述：{why}', en: 'The browser refused this description: {why}' },
})

/** Why a text cannot be used, and what to do. */
export const handFaults = defineMessages({
  empty: {
    zh: '还没有内容。粘贴对方给你的全部文本。',
    en: 'Nothing is there. Paste all of the text that you were given.',
  },
  'too-long': {
    zh: '太长了，不会是一份描述。只粘贴对方给你的那一段。',
    en: 'Too long to be a description. Paste only what you were given.',
  },
  cut: {
    zh: '文本不完整，后面被截断了。让对方存成文件再传，或者分成几个二维码。',
    en: 'The text is cut off at its end. Ask for it as a file, or as QR codes.',
  },
  damaged: {
    zh: '链接在路上被改动或截断了。让对方重新复制，或者改传文件。',
    en: 'The link was changed or cut on its way. Ask for it again, or as a file.',
  },
  candidate: {
    zh: '这只是一个候选，不是整份描述。让对方等收集完再给。',
    en: 'This is one candidate, not a whole description. Ask for the description once gathering is complete.',
  },
  'no-type': {
    zh: '这段 SDP 没说自己是提议还是应答。让对方连同 type 一起给，比如整个 JSON。',
    en: 'This SDP does not say whether it is an offer or an answer. Ask for it with its type, as JSON.',
  },
  'no-sdp': { zh: '描述里没有 SDP。让对方重新复制。', en: 'The description has no SDP. Ask for it again.' },
  unknown: {
    zh: '看不出这是描述。应该是以 { 开头的文本、以 v=0 开头的 SDP，或者带 #offer= 的链接。',
    en: 'This is no description. It should begin with { or with v=0, or be a link with #offer= in it.',
  },
  own: {
    zh: '这是你自己的提议。把它交给对方，再把对方的应答粘贴到这里。',
    en: 'This is your own offer. Hand it to the other one, and paste their answer here.',
  },
  'expects-answer': {
    zh: '这也是一份提议，这里要的是应答。两边都生成了提议：一个人按“从头再来”，读入另一个人的。',
    en: 'This is an offer, too, and an answer is needed here. Both of you have made one: one presses “Start over” and takes the other’s.',
  },
  'no-offer': {
    zh: '这是一份应答，但这个页面没有生成过提议（或者重新加载过）。到生成提议的那个页面粘贴。',
    en: 'This is an answer, but this page has made no offer, or was loaded again since. Paste it into the page that made the offer.',
  },
  'other-offer': {
    zh: '这份应答回答的是另一份提议，可能是之前的。把现在这份提议交给对方，再要一份应答。',
    en: 'This answer belongs to another offer, perhaps an earlier one. Hand over the present offer and ask for its answer.',
  },
  'too-old': {
    zh: '这份描述是一个多小时前生成的，那个页面多半已经关了。让对方重新生成。',
    en: 'This was made more than an hour ago, and its page is most likely closed. Ask for a new one.',
  },
  'no-candidates': {
    zh: '描述里没有候选，找不到对方。让对方等 iceGatheringState 变成 complete 再复制。',
    en: 'There is no candidate in it, so nothing says where the other end is. Ask for it again once iceGatheringState is complete.',
  },
  'no-channel': {
    zh: '描述里没有数据通道（m=application）。它要由这个房间页面生成。',
    en: 'It has no data channel (m=application). It must be made by this page of the room.',
  },
})
