import { defineMessages } from '../i18n'

/** Words of the ICE tab. Code is between backticks. */
export const iceWords = defineMessages({
  view: { zh: '看什么', en: 'Show' },
  candidates: { zh: '候选 {n}', en: 'Candidates {n}' },
  pairs: { zh: '候选对 {n}', en: 'Pairs {n}' },
  packets: { zh: '数据包 {n}', en: 'Packets {n}' },
  seenBy: { zh: '由哪一端看', en: 'As seen by' },
  list: { zh: 'ICE 候选，按出现的先后', en: 'ICE candidates, as they came' },
  ofPeer: { zh: '对端 → {name}', en: 'peer → {name}' },
  details: { zh: '选中的候选', en: 'The chosen candidate' },
  choose: {
    zh: '选一个候选，看它的每个字段，以及优先级是怎么算出来的。',
    en: 'Choose a candidate to read each of its fields and how its priority comes about.',
  },

  host: { zh: '主机候选', en: 'host candidate' },
  srflx: { zh: '服务器反射候选', en: 'server-reflexive candidate' },
  prflx: { zh: '对端反射候选', en: 'peer-reflexive candidate' },
  relay: { zh: '中继候选', en: 'relay candidate' },
  hostNote: {
    zh: '本机网卡上的地址。不需要任何服务器，一开始收集就有。',
    en: 'An address of this machine’s own network interface. No server is needed, so it comes first.',
  },
  srflxNote: {
    zh: '从 STUN 服务器看到的地址，也就是 NAT 在公网一侧为这个端口开的映射。服务器只告诉浏览器“我看到的地址是什么”，候选由浏览器自己生成。',
    en: 'The address a STUN server sees: the mapping that the NAT opened on its public side. The server only answers “this is what I see”; the browser makes the candidate.',
  },
  prflxNote: {
    zh: '连通性检查途中才发现的 NAT 映射。它不经收集，也不经信令。',
    en: 'A NAT mapping discovered during the connectivity checks. It is never gathered and never signaled.',
  },
  relayNote: {
    zh: 'TURN 服务器上的一个端口：所有的包先到服务器，再由它转发。直连不通时靠它。',
    en: 'A port on a TURN server: every packet goes there first and is forwarded. It works where nothing direct does.',
  },
  otherNote: {
    zh: '规范里没有的类型。Chromium 会拒绝这样的候选，Firefox 会忽略它。',
    en: 'A type that no specification has. Chromium refuses such a candidate, Firefox ignores it.',
  },
  faults: {
    zh: '不符合 RFC 8839 §5.1：`{fields}`。有的浏览器会拒绝这样的候选，有的忽略，有的照收。',
    en: 'Against RFC 8839 §5.1: `{fields}`. Some browsers refuse such a candidate, some ignore it, some take it as it is.',
  },
  unreadable: {
    zh: '无法解析为候选：各部分的次序或数目不对（RFC 8839 §5.1）。',
    en: 'This cannot be read as a candidate: its parts are not in order, or some are missing (RFC 8839 §5.1).',
  },
  tcpNote: {
    zh: '走 TCP 的候选（`tcptype {type}`）。这一端只主动连接，没有监听端口，所以端口写 9（RFC 6544）。两个浏览器都只主动连接，所以彼此之间用不上；对方是监听 TCP 端口的服务器时才有用。',
    en: 'A candidate over TCP (`tcptype {type}`). This end only connects and listens on no port, hence port 9 (RFC 6544). Two browsers both only connect, so between them it leads nowhere; it leads to a server that listens on a TCP port.',
  },
  tcpOtherNote: {
    zh: '走 TCP 的候选（`tcptype {type}`，RFC 6544）。',
    en: 'A candidate over TCP (`tcptype {type}`, RFC 6544).',
  },
  hiddenNote: {
    zh: '`.local` 隐藏了主机地址（mDNS）：浏览器不让没有摄像头权限的页面知道你的内网地址，这是隐私保护，不是故障。同一局域网内通常能解析，但要组播能通；访客 Wi-Fi、VPN、不同 VLAN 之间往往不行。',
    en: 'A `.local` name hides a host address (mDNS): the browser keeps your private address from pages without camera permission. That is privacy, not a fault. On the same network it usually resolves, as long as multicast passes; on guest Wi-Fi, over a VPN or between VLANs it often does not.',
  },

  time: { zh: '时间', en: 'Time' },
  address: { zh: '地址与端口', en: 'Address and port' },
  protocol: { zh: '传输协议', en: 'Transport' },
  priority: { zh: '优先级', en: 'Priority' },
  related: { zh: '相关地址', en: 'Related address' },
  relatedNote: {
    zh: '映射之前的本机地址（`raddr`、`rport`）',
    en: 'the local address that it was mapped from (`raddr`, `rport`)',
  },
  relatedRelay: {
    zh: 'TURN 服务器看到的这一端的映射地址（`raddr`、`rport`）',
    en: 'the mapped address at which the TURN server saw this end (`raddr`, `rport`)',
  },
  relatedHidden: {
    zh: '为保护隐私写成了占位值（`raddr`、`rport`）',
    en: 'blanked for privacy (`raddr`, `rport`)',
  },
  foundation: { zh: '候选基础', en: 'Foundation' },
  foundationNote: {
    zh: '类型、网卡、服务器、传输协议都相同的候选共用一个值；数字本身没有含义',
    en: 'shared by candidates of the same type, interface, server and transport; the number itself means nothing',
  },
  mid: { zh: '媒体段', en: 'Section' },
  midNote: {
    zh: '候选属于 `mid` 为 {mid} 的媒体段',
    en: 'it belongs to the media section whose `mid` is {mid}',
  },
  component: { zh: '组件', en: 'Component' },
  component1: {
    zh: 'RTP 以及与它复用的一切，或者数据通道',
    en: 'RTP and all that is multiplexed with it, or data channels',
  },
  component2: { zh: '单独的 RTCP（未复用时）', en: 'RTCP on a port of its own (without rtcp-mux)' },
  server: { zh: '服务器', en: 'Server' },
  ufrag: { zh: '用户名片段', en: 'Username fragment' },
  travel: { zh: '进展', en: 'Progress' },

  gathered: { zh: '收集到', en: 'gathered' },
  held: { zh: '待发送', en: 'held' },
  sent: { zh: '已发送', en: 'sent' },
  'in-description': { zh: '写在描述里', en: 'in the description' },
  queued: { zh: '已到，排队', en: 'arrived, queued' },
  adding: { zh: '正在添加', en: 'adding' },
  added: { zh: '已添加', en: 'added' },
  refused: { zh: '被拒绝', en: 'refused' },
  failed: { zh: '出错', en: 'error' },
  arrived: { zh: '到达对端', en: 'arrived' },
  heldNote: {
    zh: '等描述先发出去：候选不能先于描述到达。',
    en: 'It waits for its description: a candidate must not overtake it.',
  },
  queuedNote: {
    zh: '在对端排队：对端调用 `setRemoteDescription()` 之前，`addIceCandidate()` 会以 `InvalidStateError` 失败。',
    en: 'It is queued at the other end: until it has called `setRemoteDescription()`, `addIceCandidate()` fails with `InvalidStateError`.',
  },

  notYet: { zh: '还没有开始', en: 'not started' },
  notStarted: { zh: '第 {n} 步之后开始', en: 'starts with step {n}' },
  formula: {
    zh: '优先级 = 2²⁴ × 类型偏好 + 2⁸ × 本地偏好 + (256 − 组件)',
    en: 'Priority = 2²⁴ × type preference + 2⁸ × local preference + (256 − component)',
  },
  otherFormula: {
    zh: '越大越优先。这一端没有用 RFC 8445 推荐的公式，所以拆不出各项。',
    en: 'The greater, the more preferred. This end did not use the formula that RFC 8445 recommends, so it has no parts to explain.',
  },
  typePreference: { zh: '类型偏好', en: 'type preference' },
  localPreference: {
    zh: '本地偏好：哪块网卡、哪种地址在前',
    en: 'local preference: which interface comes first',
  },
  componentPart: { zh: '256 − 组件', en: '256 − component' },
  sum: { zh: '合计，与候选里写的相同', en: 'sum, as the candidate says' },
  none: {
    zh: '一个候选也没有。本机可能只有回环接口，或者限定只用中继却没有可用的 TURN 服务器；这样的连接不会建立，浏览器也不报错。',
    en: 'Not a single candidate. This machine may have no network interface but loopback, or only relays are allowed and no TURN server answers. The connection will not come up, and the browser reports no error.',
  },
  empty: {
    zh: '`setLocalDescription()`（第 {n} 步）一完成，浏览器就自行开始收集候选，候选会列在这里。',
    en: 'As soon as `setLocalDescription()` (step {n}) has resolved, the browser starts gathering by itself, and candidates are listed here.',
  },

  error401: {
    zh: 'TURN 服务器不接受用户名或密码。',
    en: 'The TURN server does not accept the user name or password.',
  },
  error701: {
    zh: '连不上服务器：域名解析失败，或者没有响应。Chromium 要等 STUN 全部重传完（约 40 秒）才报告，Firefox 约 11 秒。已有的候选照样可用。',
    en: 'The server could not be reached: its name does not resolve, or nothing answers. Chromium says so only after all STUN retransmissions (some 40 s), Firefox after about 11 s. Candidates from elsewhere still work.',
  },
  errorOther: {
    zh: 'STUN 或 TURN 服务器返回了错误响应（RFC 8489 §14.8）。收集还会继续，别的服务器和主机候选不受影响。',
    en: 'The STUN or TURN server answered with an error (RFC 8489 §14.8). Gathering goes on: other servers and host candidates are not affected.',
  },
  errorFrom: { zh: '本机地址（部分隐去）', en: 'from (partly hidden)' },
})

/** Words of the candidate pairs and the path. */
export const pairWords = defineMessages({
  details: { zh: '选中的候选对', en: 'The chosen pair' },
  list: { zh: '{end}看到的候选对，按优先级', en: 'Candidate pairs as seen by the {end}, by priority' },
  empty: {
    zh: '还没有候选对。双方都有候选后（第 10 步起）浏览器把它们配对、逐对检查；打开本页时每秒读一次 `getStats()`，接通的那一刻也读一次。',
    en: 'No candidate pairs yet. Once both ends have candidates (from step 10 on) the browser pairs and checks them; `getStats()` is read once a second while this tab is open, and once when the call connects.',
  },
  notRecorded: {
    zh: '录制里没有候选对：候选对来自 `getStats()`，只能从运行中的连接读取。',
    en: 'A recording has no candidate pairs: they come from `getStats()`, which is read from a running connection.',
  },
  noPath: {
    zh: '还没有选定的候选对：检查还在进行。',
    en: 'No pair is selected yet: the checks are still running.',
  },
  direct: {
    zh: '直连：两端都用自己网卡上的地址，包不经过任何服务器。',
    en: 'Direct: both ends use an address of their own interface, and no packet passes a server.',
  },
  reflexive: {
    zh: '直连，穿过 NAT：{ends}用的是 NAT 映射出来的地址。STUN 服务器只告知了地址，包不经过它。',
    en: 'Direct, through NAT: the {ends} is reached at an address that a NAT maps. The STUN server only told it; no packet passes there.',
  },
  relayed: {
    zh: '中继：{ends}一侧用的是 TURN 服务器上的端口，所有的包都由它转发。媒体内容仍是端到端加密的（SRTP），包头不是。',
    en: 'Relayed: on the side of the {ends} it is a port of a TURN server, which forwards every packet. The media in them stays encrypted from end to end (SRTP); headers are not.',
  },
  bothEnds: { zh: '两端', en: 'caller and callee' },
  twoEnds: { zh: '两端', en: 'two ends' },
  otherEnd: { zh: '对端', en: 'other end' },
  picture: {
    zh: '路径图：{from}，{local}；{to}，{remote}。{words}',
    en: 'The path: {from}, {local}; {to}, {remote}. {words}',
  },
  hiddenAddress: { zh: '地址不公开', en: 'address withheld' },
  selected: { zh: '选定', en: 'selected' },
  nominated: { zh: '已提名', en: 'nominated' },
  roundTripTime: { zh: '往返', en: 'RTT' },
  bytes: { zh: '收 {in} · 发 {out}', en: '{in} in · {out} out' },
  checks: {
    zh: '发出 {sent} 次检查，收到 {back} 次响应',
    en: '{sent} checks sent, {back} responses',
  },

  order: {
    zh: '检查按候选对优先级从高到低：2³² × min(G, D) + 2 × max(G, D) + (G > D ? 1 : 0)，G 是控制方的候选，D 是受控方的（RFC 8445 §6.1.2.3）。',
    en: 'Checks go by pair priority, highest first: 2³² × min(G, D) + 2 × max(G, D) + (G > D ? 1 : 0), where G is the controlling side’s candidate and D the controlled side’s (RFC 8445 §6.1.2.3).',
  },
  controlling: { zh: '控制方 G（{end}）', en: 'controlling, G ({end})' },
  controlled: { zh: '受控方 D（{end}）', en: 'controlled, D ({end})' },
  unknownRoles: {
    zh: '没有记录哪一端是控制方，所以分不出 G 和 D，也算不出准确的优先级。',
    en: 'Which end is controlling was not recorded, so nobody can say which is G and which is D, and the priority cannot be computed.',
  },
  smaller: { zh: '较小者：决定名次', en: 'the smaller: it decides the rank' },
  larger: { zh: '较大者：只在较小者相同时分先后', en: 'the larger: only breaks ties' },
  tie: { zh: 'G > D 时加 1', en: '1 if G > D' },
  sum: { zh: '合计', en: 'sum' },
  sameAsReported: {
    zh: '浏览器给出 {reported}：JavaScript 的数字只有 53 位精度，末几位是近似值；这里用 BigInt 计算。',
    en: 'The browser says {reported}: a JavaScript number holds 53 bits, so the last digits are rounded. Here it is a BigInt.',
  },
  otherThanReported: {
    zh: '浏览器给出 {reported}，与公式不同：它用了别的候选优先级（例如对端反射候选的）。',
    en: 'The browser says {reported}, unlike the formula: it used another candidate priority, such as a peer-reflexive one.',
  },
  wonFirst: {
    zh: '它胜出：检查成功的候选对里，它的优先级最高。',
    en: 'It won: of the pairs whose check succeeded, it has the highest priority.',
  },
  wonTied: {
    zh: '它胜出：检查成功的候选对里没有比它优先级更高的；同分的有 {n} 对，由控制方挑一对提名。',
    en: 'It won: no pair whose check succeeded has a higher priority. {n} {n|has|have} the same, and the controlling end nominates one of them.',
  },
  wonEarlier: {
    zh: '另有 {n} 对也检查成功，而且优先级更高，但用哪一对由控制方的提名决定：先成功的可以先用，之后也可能改选。',
    en: '{n} {n|pair|pairs} with a higher priority {n|works|work} too, but the nomination of the controlling end decides: what works first may be used first, and may be changed later.',
  },

  frozen: {
    zh: '冻结：等与它候选基础相同的一对先试。',
    en: 'Frozen: it waits until a pair of the same foundations has been tried.',
  },
  waiting: { zh: '等待：在排队，还没有检查。', en: 'Waiting: in the queue, not checked yet.' },
  'in-progress': {
    zh: '检查中：发出了 STUN 请求，还没有收到响应。',
    en: 'In progress: a STUN request is out and not answered yet.',
  },
  failed: {
    zh: '失败：检查没有收到响应，或响应不对。',
    en: 'Failed: no response to the check, or a wrong one.',
  },
  succeeded: {
    zh: '成功：请求和响应都到了，这条路径可用。',
    en: 'Succeeded: a check went there and back; this path works.',
  },
  cancelled: {
    zh: '取消：已经有一对被选定，不必再检查（这是 Firefox 的状态，规范里没有）。',
    en: 'Cancelled: another pair was selected, so this one need not be checked (Firefox’s word; the specification has none).',
  },
})
