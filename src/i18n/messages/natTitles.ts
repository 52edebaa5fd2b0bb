import { defineMessages } from '../i18n'

/** Words of the banner of a recording that `npm run nat-bench` made. */
export const natBanner = defineMessages({
  isOfLab: {
    zh: '实验网络的地址，TURN 密码已隐去',
    en: 'addresses of a test network, TURN passwords removed',
  },
})

/** What each recording shows. */
export const natTitles = defineMessages({
  'direct-srflx': { zh: '靠 STUN 地址直连', en: 'Direct, by what STUN told' },
  'address-restricted': { zh: '地址受限锥形对端口受限锥形', en: 'Restricted cone and port-restricted cone' },
  'hole-punched': { zh: '打洞成功', en: 'Holes punched' },
  'double-nat': { zh: '被叫方在双重 NAT 后面', en: 'The callee behind two NATs' },
  'symmetric-prflx': { zh: '对称型对完全锥形：prflx', en: 'Symmetric and full cone: prflx' },
  'symmetric-failed': { zh: '对称型对对称型：失败', en: 'Symmetric and symmetric: failed' },
  'symmetric-relay': { zh: '同样的 NAT，有 TURN', en: 'The same NATs, with TURN' },
  'relay-only': { zh: '仅用中继', en: 'Relay only' },
  'turn-tcp': { zh: 'UDP 被挡：TURN over TCP', en: 'UDP blocked: TURN over TCP' },
  'turn-tls': { zh: '只放行 443：TURN over TLS', en: 'Only port 443: TURN over TLS' },
  'turn-wrong-password': { zh: 'TURN 密码错：401', en: 'Wrong TURN password: 401' },
  'turn-expired': { zh: 'TURN 凭据过期：401', en: 'Expired TURN login: 401' },
  'stun-blocked': { zh: 'STUN 被挡：701', en: 'STUN blocked: 701' },
  'network-change': { zh: '换网络，ICE 重启', en: 'Another network, ICE restart' },
  'firefox-hole-punched': { zh: 'Chromium 呼叫 Firefox，打洞', en: 'Chromium calls Firefox, holes punched' },
})
