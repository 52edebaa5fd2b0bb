import { defineMessages } from '../i18n'

/** Words of the NAT playground; `{who}` and `{other}` are filled with the names of ends. */
export const natFigure = defineMessages({
  simulation: {
    zh: '这是模拟，不发送任何包；规则与真实的 NAT 相同。',
    en: 'A simulation: no packet is sent. The rules are those of real NATs.',
  },
  kindOf: { zh: '{who}的 NAT', en: '{who}’s NAT' },
  turn: { zh: '有 TURN 服务器', en: 'There is a TURN server' },
  stage: {
    zh: '网络与正在走的包；用 ← → 逐步看',
    en: 'The network and the packet under way; ← and → go step by step',
  },
  back: { zh: '上一步', en: 'Back' },
  next: { zh: '下一步', en: 'Next' },
  toEnd: { zh: '看结果', en: 'To the outcome' },
  restart: { zh: '从头来', en: 'Start again' },
  count: { zh: '第 {n} / {all} 步', en: 'moment {n} of {all}' },
  from: { zh: '源 ', en: 'src ' },
  to: { zh: '目的 ', en: 'dst ' },
  server: { zh: '服务器', en: 'Server' },
  internet: { zh: '公网', en: 'Internet' },
  noNat: { zh: '无 NAT', en: 'no NAT' },
  table: { zh: '{who}的 NAT 映射表', en: 'Mapping table of {who}’s NAT' },
  inside: { zh: '内部', en: 'Inside' },
  outside: { zh: '公网', en: 'Public' },
  sentTo: { zh: '曾发往', en: 'Has sent to' },
  emptyTable: {
    zh: '还没有映射：内网还没有发出过包。',
    en: 'No mapping yet: nothing has been sent from inside.',
  },
  noTable: { zh: '没有 NAT，地址就是公网地址。', en: 'No NAT: its own address is public.' },
  list: { zh: '全部步骤，列成文字', en: 'All moments as a list' },
  result: { zh: '结果', en: 'Outcome' },
})

/** The matrix of outcomes, with a word for each. */
export const natMatrix = defineMessages({
  title: { zh: '选一格：两边各是这种 NAT 时，结果怎样', en: 'Choose a cell: how each pair of NATs ends' },
  direct: { zh: '直连', en: 'direct' },
  relay: { zh: '中继', en: 'relay' },
  'needs-turn': { zh: '不通', en: 'fails' },
})

/** The kinds of NAT by their classic names. */
export const natKinds = defineMessages({
  none: { zh: '没有 NAT', en: 'No NAT' },
  'full-cone': { zh: '完全锥形', en: 'Full cone' },
  restricted: { zh: '地址受限锥形', en: 'Restricted cone' },
  'port-restricted': { zh: '端口受限锥形', en: 'Port-restricted cone' },
  symmetric: { zh: '对称型', en: 'Symmetric' },
})

/** What happens at each moment. */
export const natMoments = defineMessages({
  'stun-request': {
    zh: '{who}问 STUN 服务器：你看到我是什么地址？',
    en: '{who} asks the STUN server: what address do you see me at?',
  },
  'stun-response': {
    zh: '服务器把看到的来源地址告诉{who}',
    en: 'The server tells {who} the source address it saw',
  },
  allocate: {
    zh: '{who}在 TURN 服务器上分配到一个端口，并许可对方使用',
    en: '{who} borrows a port on the TURN server and permits the other end to use it',
  },
  signaling: { zh: '两端经信令通道交换候选', en: 'The ends exchange their candidates by signaling' },
  check: {
    zh: '{who}向{other}的候选发出连通性检查',
    en: '{who} sends a connectivity check to the candidate of {other}',
  },
  'check-again': { zh: '{who}再检查一次', en: '{who} checks once more' },
  'triggered-check': { zh: '收到检查的{who}立即反向检查', en: '{who}, now reached, checks back at once' },
  'check-response': { zh: '{who}对检查发出响应', en: '{who} responds to the check' },
  'relay-check': {
    zh: '{who}改向{other}的中继候选发检查',
    en: '{who} checks the relay candidate of {other}',
  },
  'relay-forward': { zh: 'TURN 服务器把检查转给{who}', en: 'The TURN server hands the check on to {who}' },
  'relay-response': { zh: '{who}经 TURN 服务器发出响应', en: '{who} responds by way of the TURN server' },
  'relay-return': {
    zh: 'TURN 服务器从分配的端口把响应发给{who}',
    en: 'The TURN server sends the response to {who} from the borrowed port',
  },
  outcome: { zh: '结果', en: 'The outcome' },
})

/** What the NATs did, and what was learned. */
export const natFacts = defineMessages({
  new: {
    zh: '{who}的 NAT 新建一条映射：{inside} 换成 {outside}。',
    en: '{who}’s NAT makes a new mapping: {inside} becomes {outside}.',
  },
  kept: {
    zh: '{who}的 NAT 沿用原来的端口：{inside} 换成 {outside}。',
    en: '{who}’s NAT keeps the port it gave before: {inside} becomes {outside}.',
  },
  none: { zh: '{who}没有 NAT，包原样发出。', en: '{who} has no NAT; the packet leaves as it is.' },
  'no-nat': { zh: '{who}没有 NAT，包直接到达。', en: '{who} has no NAT; the packet arrives.' },
  independent: {
    zh: '{who}的 NAT 放行：这个端口谁都可以发进来。',
    en: '{who}’s NAT lets it in: anyone may send to this port.',
  },
  'let-address': {
    zh: '{who}的 NAT 放行：内网曾往这个地址发过包。',
    en: '{who}’s NAT lets it in: it has sent to this address.',
  },
  'let-address-and-port': {
    zh: '{who}的 NAT 放行：内网曾往这个地址和端口发过包。',
    en: '{who}’s NAT lets it in: it has sent to this address and port.',
  },
  'no-entry': {
    zh: '{who}的 NAT 丢弃它：这个端口没有映射。',
    en: '{who}’s NAT drops it: this port has no mapping.',
  },
  'drop-address': {
    zh: '{who}的 NAT 丢弃它：从没往 {from} 的地址发过包。',
    en: '{who}’s NAT drops it: it has never sent to the address of {from}.',
  },
  'drop-address-and-port': {
    zh: '{who}的 NAT 丢弃它：从没往 {from} 发过包。',
    en: '{who}’s NAT drops it: it has never sent to {from}.',
  },
  host: {
    zh: '{who}得知自己的地址就是公网地址 {endpoint}（主机候选）。',
    en: '{who} now knows that its own address {endpoint} is public (a host candidate).',
  },
  srflx: {
    zh: '{who}得到服务器反射候选 {endpoint}。',
    en: '{who} gains the server-reflexive candidate {endpoint}.',
  },
  prflx: {
    zh: '来源 {endpoint} 不在已知的候选里：对方由此得知{who}的一个对端反射候选。',
    en: 'The source {endpoint} is no known candidate: the other end learns a peer-reflexive candidate of {who}.',
  },
  relay: { zh: '{who}得到中继候选 {endpoint}。', en: '{who} gains the relay candidate {endpoint}.' },
})

/** The outcomes, and why they happen. */
export const natOutcomes = defineMessages({
  direct: { zh: '直连：{caller} ↔ {callee}', en: 'Direct: {caller} ↔ {callee}' },
  relay: { zh: '经中继接通：{caller} ↔ {callee}', en: 'Connected by relay: {caller} ↔ {callee}' },
  'needs-turn': { zh: '无法直连，需要 TURN', en: 'No way through: TURN is needed' },
  whyHost: {
    zh: '至少一端有公网地址，另一端先发过去，回来的包就能进来。',
    en: 'At least one end has a public address. The other one sends first, and what comes back is let in.',
  },
  whySrflx: {
    zh: '两边的 NAT 对所有目的地都用同一个公网端口，STUN 得到的地址对方也能用；双方都先发包，洞就打开了。',
    en: 'Both NATs keep one public port for everyone, so the address from STUN is good for the other end; since both send, both holes open.',
  },
  whyPrflx: {
    zh: '对称型 NAT 对这个目的地用了新端口，事先谁也不知道；但对方的 NAT 不按端口过滤，检查能进来，新端口就从收到的检查里得知。',
    en: 'The symmetric NAT took a new port for this destination, which nobody knew before; but the other side does not filter by port, so a check got in and the new port was learned from it.',
  },
  whyTurn: {
    zh: '对称型 NAT 对每个目的地用一个新端口，另一边又只放行发过的地址和端口：双方都在等一个猜不到的端口。',
    en: 'The symmetric NAT takes a new port for every destination, and the other side lets in only the exact address and port it has sent to: each waits for a port it cannot guess.',
  },
  whyRelay: {
    zh: '无法直连，但两边都能先发给公网上的 TURN 服务器，它的回包会被放行；有一个中继就够了。',
    en: 'No direct path, but both can send to the TURN server first, and what it sends back is let in; one relay is enough.',
  },
})
