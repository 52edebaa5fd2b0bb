import { defineMessages } from '../i18n'

/** The choice of a transport before the room is entered. */
export const transportWords = defineMessages({
  over: { zh: '信令走哪里：{kind}', en: 'Signaling over: {kind}' },
  choose: { zh: '信令走哪里', en: 'Signaling over' },
  relay: { zh: '本站的中继服务器', en: 'this server’s relay' },
  mqtt: { zh: 'MQTT broker', en: 'an MQTT broker' },
  broadcast: { zh: '只在这个浏览器里', en: 'this browser only' },
  hand: { zh: '手工传递，不用服务器', en: 'by hand, without a server' },
  relayHint: {
    zh: '提供这个页面的服务器转发消息，什么也不保存。没有中继的站点上，房间只在这个浏览器的标签页之间。',
    en: 'The server of this page passes messages on and stores nothing. Where it has no relay, the room is one of this browser’s tabs.',
  },
  mqttHint: {
    zh: '消息经过你指定的 broker。双方填同一个地址，邀请链接会带上它。',
    en: 'Messages pass the broker you name. Both sides use the same address; the invite link carries it.',
  },
  broadcastHint: {
    zh: '消息用 BroadcastChannel 在这个浏览器的标签页之间传，不离开这台机器。',
    en: 'Messages go between the tabs of this browser (BroadcastChannel) and never leave this machine.',
  },
  handHint: {
    zh: '两个人互换提议和应答：复制文本、存成文件、发链接或扫二维码。之后的消息走数据通道。',
    en: 'Two people exchange an offer and an answer: as text, file, link or QR code. From then on messages take the data channel.',
  },
  broker: { zh: 'broker 的地址', en: 'Address of the broker' },
  brokerHint: {
    zh: 'wss:// 或 ws:// 开头，例如自己运行的 Mosquitto：ws://localhost:9001/mqtt',
    en: 'Begins with wss:// or ws://, such as your own Mosquitto: ws://localhost:9001/mqtt',
  },
  brokerPublic: {
    zh: '公共 broker 谁都能订阅：SDP 里有你的地址和指纹，任何人都看得到，也能冒充成员。请打开下面的“密封这个房间”。',
    en: 'Anyone can subscribe on a public broker: your SDP with its addresses and fingerprint is open to all, and anyone can speak as a member. Seal the room with the switch below.',
  },
  onlyHere: {
    zh: '这个地址只在这台机器上有效，别的设备打开邀请链接时连不上。',
    en: 'This address is valid on this machine only: another device that opens the invite link does not reach it.',
  },
  next: { zh: '下一步：交换描述', en: 'Next: exchange descriptions' },
})

/** Why an address of a broker cannot be used, and what to do. */
export const brokerProblems = defineMessages({
  empty: { zh: '填上 broker 的地址。', en: 'Enter the address of the broker.' },
  'no-address': {
    zh: '这不是完整的地址。要有主机，必要时加端口和路径：wss://主机:端口/mqtt',
    en: 'This is no whole address. It needs a host, and often a port and a path: wss://HOST:PORT/mqtt',
  },
  'not-websocket': {
    zh: '浏览器只能通过 WebSocket 用 MQTT，地址要以 wss:// 或 ws:// 开头；mqtt:// 和 1883 端口是给程序用的。',
    en: 'A browser speaks MQTT over WebSocket only: the address begins with wss:// or ws://. mqtt:// and port 1883 are for other programs.',
  },
  password: {
    zh: '地址里不要写用户名和密码：它们会进邀请链接。换一个不需要登录的 broker。',
    en: 'No name or password in the address: they would stand in the invite link. Use a broker without a login.',
  },
  mixed: {
    zh: '这个页面是 https，浏览器不允许连 ws://（混合内容）。用 wss:// 的 broker，或者用 npm start 在 http 下打开这个页面。',
    en: 'This page is https, so the browser refuses ws:// (mixed content). Use a broker with wss://, or open the page over http with npm start.',
  },
})

/** What the page says of a transport that is no relay. */
export const transportNews = defineMessages({
  mqttTitle: {
    zh: '消息经过 {broker}（MQTT 3.1.1，WebSocket）。',
    en: 'Messages pass {broker} (MQTT 3.1.1 over WebSocket).',
  },
  handTitle: {
    zh: '消息走你们手工建立的数据通道，不经过任何服务器。',
    en: 'Messages take the data channel that you two made by hand; no server sees them.',
  },
  handRoom: { zh: '手工建立的房间', en: 'Room made by hand' },
  chosenTitle: {
    zh: '消息只到得了这个浏览器的其他标签页（BroadcastChannel）。',
    en: 'Messages reach only other tabs of this browser (BroadcastChannel).',
  },
  mqttJoining: { zh: '正在连接 {broker} …', en: 'Connecting to {broker} …' },
  mqttUnreachable: {
    zh: '连不上 {broker}，正在不断重试。检查主机、端口和路径（常见的是 /mqtt），broker 是否打开了 WebSocket，是否允许匿名连接。',
    en: '{broker} cannot be reached; the page keeps trying. Check host, port and path (often /mqtt), and that the broker has WebSocket on and lets anonymous clients in.',
  },
  policy: {
    zh: '这个网站的 Content-Security-Policy 响应头不允许连 {broker}。让管理员按 docs/security.md 放行，或者用 npm start 自己运行。',
    en: 'A Content-Security-Policy header of this site refuses {broker}. Its owner can allow it (docs/security.md), or run the app yourself with npm start.',
  },
  mqttLost: {
    zh: 'broker 断开，正在重连。通话不受影响{more}。',
    en: 'The broker is lost; the page reconnects. A call goes on{more}.',
  },
  handLost: {
    zh: '手工建立的连接暂时不通。通话不受影响{more}。',
    en: 'Nothing passes the connection made by hand for the moment. A call goes on{more}.',
  },
  back: { zh: '已重新连上{more}。', en: 'Connected again{more}.' },
  /** What follows one of the above where messages wait, or had waited. */
  waiting: { zh: '，有 {n} 条消息等着发出', en: '; messages that wait: {n}' },
  sentNow: { zh: '，补发了 {n} 条消息', en: '; messages that waited and are sent now: {n}' },
  handClosed: {
    zh: '手工建立的连接已经断开，没有服务器可以重建它。离开后重新交换描述。',
    en: 'The connection made by hand is gone, and there is no server to make it again. Leave, and exchange descriptions once more.',
  },
  handAlone: {
    zh: '对方离开了。离开后可以重新交换描述。',
    en: 'The other one has left. Leave, and exchange descriptions again.',
  },
  statusConnecting: { zh: '连接中', en: 'connecting' },
  statusLost: { zh: '断开，重连中', en: 'lost, reconnecting' },
  statusClosed: { zh: '已关闭', en: 'closed' },
  passedOn: {
    zh: '已交给生成提议的那个标签页，回到那里继续；这个标签页可以关掉。',
    en: 'Passed on to the tab that waits for it: go on there, and close this one.',
  },
  otherWay: { zh: '换一种方式', en: 'Take another way' },
})
