import { defineMessages } from '../i18n'

/** Words about the room that several tabs share: the line above the peers. `{end}` is the name of an end. */
export const roomTitles = defineMessages({
  joining: { zh: '正在加入房间', en: 'Joining the room' },
  alone: { zh: '{end}的标签页还没打开', en: 'The {end}’s tab is not open yet' },
  together: { zh: '{end}在另一个标签页里', en: 'The {end} is in another tab' },
  returned: { zh: '{end}的标签页重新加载过', en: 'The {end}’s tab was loaded again' },
  gone: { zh: '{end}的标签页已关闭', en: 'The {end}’s tab has closed' },
  'lost-there': { zh: '{end}回来了，连接没有回来', en: 'The {end} came back without its connection' },
  'lost-here': {
    zh: '这个标签页重新加载过，连接没有了',
    en: 'This tab was loaded again and its connection is gone',
  },
  full: { zh: '房间已满，你在旁观', en: 'The room is full: you are watching' },
  watching: { zh: '你在旁观这个房间', en: 'You are watching this room' },
  'role-free': { zh: '{end}这一端没有人', en: 'The {end}’s role is free' },
  'cut-off': { zh: '这个标签页和房间断开了', en: 'This tab is cut off from its room' },
  'other-version': {
    zh: '房间里有标签页运行着另一个版本',
    en: 'A tab of this room runs another version of the app',
  },
})

/** The meaning of each notice, and what can be done. */
export const roomTexts = defineMessages({
  joining: {
    zh: '等浏览器确认这一端没有别的标签页在用。',
    en: 'Until the browser says that no other tab plays this end.',
  },
  alone: {
    zh: '现在就可以开始：发出的消息会留着，对方一来就补发。',
    en: 'You may begin: what is sent is kept, and sent again when the other end comes.',
  },
  together: {
    zh: '两端只靠信令认识对方。这里的{end}来自它共享的日志，只能看。',
    en: 'The ends know each other by signaling alone. The {end} is shown here from the log it shares: to look at only.',
  },
  returned: {
    zh: '它的连接是新的，但旧连接的描述和候选都还没有使用，通话可以照常继续。',
    en: 'Its connection is new, but nothing of the old one had been used yet: the call simply goes on.',
  },
  gone: {
    zh: '它的连接随页面消失了。可以等它回来，也可以重新打开或从头再来。',
    en: 'Its connection went with the page. Wait for it, open it again, or start over.',
  },
  'lost-there': {
    zh: '刷新之后连接是新的：证书和 ICE 凭据都变了，与这里的描述对不上，只能重新协商。',
    en: 'A reload makes a new connection: its certificate and ICE credentials do not match the description held here. Both must negotiate anew.',
  },
  'lost-here': {
    zh: '连接活不过一次刷新，而{end}手里还是旧连接的描述，只能重新协商。',
    en: 'A connection does not survive a reload, and the {end} still holds the description of the old one. Both must negotiate anew.',
  },
  full: {
    zh: '一次通话只有两端，都有标签页在用了。这里显示的来自它们共享的日志，只能看，不能操作。',
    en: 'A call has two ends, and other tabs play them. This one shows what they share, and cannot act.',
  },
  watching: {
    zh: '两端显示的都来自它们共享的日志，只能看，不能操作。',
    en: 'Both ends are shown from the logs they share; this tab cannot act.',
  },
  'role-free': { zh: '可以在这个标签页担任这一端，接着走。', en: 'You may take it in this tab and go on.' },
  'cut-off': {
    zh: '标签页之间的通道被关闭了，或者没能打开：看不到{end}的进展，它也看不到这里的。重新加载，就会回到房间，仍然担任原来那一端。',
    en: 'The channel between the tabs was closed, or could not be opened: neither this tab nor the {end}’s sees the other go on. Reload, and this tab comes back to its role in the room.',
  },
  'other-version': {
    zh: '两个版本的日志格式不同，互相不采用对方的日志，所以这里看不到它的进展。先重新加载那个标签页，再重新加载这个；如果有新版本提示，先更新。',
    en: 'The two versions share logs in different formats, so each ignores the other’s, and this tab cannot show its progress. Reload the other tab, then this one; if an update is offered, take it first.',
  },
})

/** What differs where the other end is on another device. */
export const deviceTitles = defineMessages({
  alone: { zh: '{end}的设备还没加入', en: 'The {end}’s device has not joined yet' },
  together: { zh: '{end}在另一台设备上', en: 'The {end} is on another device' },
  returned: { zh: '{end}的页面重新加载过', en: 'The {end}’s page was loaded again' },
  gone: { zh: '{end}的设备不在了', en: 'The {end}’s device has left' },
  'lost-here': {
    zh: '这个页面重新加载过，连接没有了',
    en: 'This page was loaded again and its connection is gone',
  },
  'cut-off': { zh: '这台设备没有连上房间', en: 'This device is not connected to its room' },
  'other-version': {
    zh: '房间里有设备运行着另一个版本',
    en: 'A device of this room runs another version of the app',
  },
})

export const deviceTexts = defineMessages({
  joining: {
    zh: '正在连接中继，并和别的设备对时；看看这一端有没有设备在用。',
    en: 'Connecting to the relay, agreeing on a clock with the other devices, and asking whether one of them plays this end.',
  },
  alone: {
    zh: '在另一台设备上打开下面的地址。现在就可以开始：发出的消息会留着，对方一来就补发。',
    en: 'Open the address below on another device. You may begin: what is sent is kept, and sent again when the other end comes.',
  },
  gone: {
    zh: '它离开了，或者 30 秒没有消息。可以等它回来，也可以从头再来。',
    en: 'It has left, or was silent for 30 seconds. Wait for it, or start over.',
  },
  full: {
    zh: '一次通话只有两端，都有设备在用了。这里显示的来自它们共享的日志，只能看，不能操作。',
    en: 'A call has two ends, and other devices play them. This one shows what they share, and cannot act.',
  },
  watching: {
    zh: '两端显示的都来自它们共享的日志，只能看，不能操作。',
    en: 'Both ends are shown from the logs they share; this device cannot act.',
  },
  'role-free': {
    zh: '可以在这台设备上担任这一端，接着走。',
    en: 'You may take it on this device and go on.',
  },
  'cut-off': {
    zh: '两台设备要经过这个网站自己的中继说话：用 npm start 启动的服务器有，静态托管没有。重新加载会再连一次；也可以改用两个标签页。',
    en: 'The devices talk over a relay on this page’s own server: one started with npm start has it, a static host has not. Reload to try again, or use two tabs.',
  },
  'other-version': {
    zh: '两个版本的日志格式不同，互相不采用对方的日志。两台设备都重新加载；如果有新版本提示，先更新。',
    en: 'The two versions share logs in different formats, so each ignores the other’s. Reload on both devices; if an update is offered, take it first.',
  },
})

export const device = defineMessages({
  where: { zh: '另一端在', en: 'The other end is in' },
  tab: { zh: '另一个标签页', en: 'another tab' },
  device: { zh: '另一台设备', en: 'another device' },
  title: { zh: '两端在两处的一次通话', en: 'One call in two places' },
  intro: {
    zh: '真实的通话里，两端在两台机器上。把另一端放到别处：各有各的页面、连接和状态机，只能经信令说话；同一个浏览器里用 `BroadcastChannel`，两台设备用这个网站自己的 WebSocket 中继。',
    en: 'In a real call the ends are on two machines. Put the other end elsewhere: each has a page, a connection and a state machine of its own, and they talk by signaling alone; by `BroadcastChannel` within a browser, over the WebSocket relay of this site’s own server between devices.',
  },
  go: { zh: '开始，得到{end}的地址', en: 'Begin, and get the {end}’s address' },
  open: {
    zh: '在另一台设备上打开这个地址，它就是{end}：',
    en: 'Open this address on the other device; it becomes the {end}:',
  },
  fresh: {
    zh: '这会开始一次新的通话，当前的通话结束。',
    en: 'This begins a fresh call and ends the present one.',
  },
  qr: { zh: '这个地址的二维码', en: 'This address as a QR code' },
  onlyHere: {
    zh: '{host} 只在这台机器上有效。要给别的设备用，请用 npm start -- --lan 启动，再打开它打印的地址。',
    en: '{host} is valid on this machine only. For another device, start with npm start -- --lan and open the address that it prints.',
  },
  clock: {
    zh: '对时：这台设备的时钟比房间{way} {ms} 毫秒（估计，误差 ±{error} 毫秒），时间线已按此校正。',
    en: 'Clock: this device is {ms} ms {way} the room (estimated, ±{error} ms); the timeline is corrected by it.',
  },
  ahead: { zh: '快', en: 'ahead of' },
  behind: { zh: '慢', en: 'behind' },
})

/** Buttons, and the dialog that opens the second tab. */
export const room = defineMessages({
  state: { zh: '标签页之间', en: 'Between the tabs' },
  openOther: { zh: '打开{end}的标签页', en: 'Open the {end}’s tab' },
  openAgain: { zh: '重新打开{end}', en: 'Open the {end} again' },
  goThere: { zh: '去{end}的标签页', en: 'Go to the {end}’s tab' },
  whichTab: {
    zh: '如果浏览器没有切过去：找标题以“{end}”开头的那个标签页。',
    en: 'If the browser has not switched: look for the tab of the {end}; its title begins with that word.',
  },
  startOver: { zh: '两边一起重来', en: 'Start over together' },
  restart: { zh: '从头再来', en: 'Start over' },
  takeRole: { zh: '在这里当{end}', en: 'Be the {end} here' },
  reload: { zh: '重新加载', en: 'Reload' },
  ownCall: { zh: '自己打一次', en: 'Make a call of my own' },

  choose: { zh: '这里当', en: 'This is the' },
  go: { zh: '在新标签页打开{end}', en: 'Open the {end} in a new tab' },
  here: { zh: '这个标签页是{end}。', en: 'This tab is the {end}.' },
  watchingHere: { zh: '这个标签页在旁观。', en: 'This tab is watching.' },
  blocked: {
    zh: '浏览器拦住了新标签页。复制这个地址，在同一个浏览器里打开：',
    en: 'The browser blocked the new tab. Copy this address and open it in the same browser:',
  },
  address: { zh: '{end}的地址', en: 'Address of the {end}' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  leave: { zh: '回到一个标签页', en: 'Back to one tab' },
})
