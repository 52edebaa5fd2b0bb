import { defineMessages } from '../i18n'

/** Words of the dialog for ICE servers. */
export const iceServersForm = defineMessages({
  byDefault: {
    zh: '默认一台也没有：这个页面不向任何服务器询问。同一台机器上用主机候选就能接通，同一局域网里通常也能。',
    en: 'None by default: this page asks nobody. On one machine host candidates are enough, and on one local network they usually are.',
  },
  privacy: {
    zh: '填了服务器，收集候选时浏览器就会联系它：对方会看到你的公网 IP 地址。这里填的内容只留在本页面，关闭即忘。',
    en: 'Once a server is set, the browser contacts it while gathering, and it sees your public IP address. What you type stays in this page and is forgotten when you close it.',
  },
  kinds: { zh: '每种服务器给你什么', en: 'What each kind of server gives you' },
  server: { zh: '服务器 {n}', en: 'Server {n}' },
  urls: { zh: 'URL（可填多个）', en: 'URLs, one or several' },
  username: { zh: '用户名（TURN）', en: 'User name (TURN)' },
  credential: { zh: '密码（TURN）', en: 'Password (TURN)' },
  show: { zh: '显示', en: 'Show' },
  showPassword: { zh: '显示服务器 {n} 的密码', en: 'Show the password of server {n}' },
  remove: { zh: '移除', en: 'Remove' },
  removeServer: { zh: '移除服务器 {n}', en: 'Remove server {n}' },
  add: { zh: '添加服务器', en: 'Add a server' },

  relayOnly: { zh: '仅用中继', en: 'Relay only' },
  relayOnlyHelp: {
    zh: '即 `iceTransportPolicy: "relay"`：只收集 `relay` 候选，媒体一律经 TURN 服务器，对方看不到你的地址。',
    en: 'That is `iceTransportPolicy: "relay"`: only `relay` candidates are gathered, all media passes a TURN server, and the other end does not learn your address.',
  },
  relayOnlyWarning: {
    zh: '没有 TURN 服务器，仅用中继会得到零个候选，通话无法接通，浏览器也不报错。仍然可以应用：这正好演示这种故障。',
    en: 'Relay only without a TURN server gathers zero candidates: the call cannot connect, and the browser reports no error. You may apply it all the same, to see this failure.',
  },
  alreadyMade: {
    zh: '{ends}的 `RTCPeerConnection` 已经创建，仍用原来的配置；新配置从下一个连接起生效。',
    en: 'The `RTCPeerConnection` of the {ends} exists already and keeps its servers; the new ones apply from the next connection.',
  },
  invalid: { zh: '有 {count} 处要改，改好再应用', en: 'To be corrected before it can be applied: {count}' },
  cancel: { zh: '取消', en: 'Cancel' },
  apply: { zh: '应用', en: 'Apply' },
  applyAndRestart: { zh: '应用并重来', en: 'Apply and restart' },
})
