import { defineMessages } from '../i18n'

/** Words of the recordings that `npm run nat-bench` made. */
export const natRecordings = defineMessages({
  title: { zh: '真实网络里的通话', en: 'Calls through real NATs' },
  about: {
    zh: '两个浏览器，各在一个真的 NAT 后面，中间是 coturn。ICE 面板里还有抓到的数据包。',
    en: 'Two browsers, each behind a real NAT, with coturn between them. The ICE tab also has the captured packets.',
  },
})

/** Where to look in each recording. */
export const natHints = defineMessages({
  'direct-srflx': {
    zh: '两端都在完全锥形 NAT 后面：第一个发往公网地址的检查就到了，不用打洞。',
    en: 'Both behind full cones: the first check to the public address arrives, and no hole is needed.',
  },
  'address-restricted': {
    zh: '呼叫方的 NAT 只认地址、不认端口，被叫方的两样都认。',
    en: 'The caller’s NAT asks only for a known address, the callee’s for a known address and port.',
  },
  'hole-punched': {
    zh: '先到的检查被对方的 NAT 丢弃，却在自己这边打了洞：接下来的检查就进来了。',
    en: 'The first check is dropped by the other NAT, but makes a hole in its own: the next one comes in.',
  },
  'double-nat': {
    zh: '家里的路由器外面还有运营商的 NAT（`100.64.0.0/10`），两层都是锥形，照样打得通。',
    en: 'Outside the home router is a NAT of the carrier (`100.64.0.0/10`). Both are cones, so it still connects.',
  },
  'symmetric-prflx': {
    zh: '对称型 NAT 换了端口，被叫方从检查里学到它：一个 `prflx` 候选。',
    en: 'The symmetric NAT takes another port, which the callee learns from a check: a `prflx` candidate.',
  },
  'symmetric-failed': {
    zh: '每个目的地一个新端口，谁也猜不到谁的：检查全部被丢弃，约 15 秒后 `failed`。',
    en: 'A new port for each destination, which nobody can guess: every check is dropped, and after some 15 s it is `failed`.',
  },
  'symmetric-relay': {
    zh: '还是这两个 NAT，多了一台 TURN：看 Allocate、CreatePermission 和被转发的检查。',
    en: 'The same two NATs and a TURN server: look at Allocate, CreatePermission and the relayed checks.',
  },
  'relay-only': {
    zh: '`iceTransportPolicy: "relay"`，两端各借一个端口，媒体装在 ChannelData 里。',
    en: '`iceTransportPolicy: "relay"`: each end borrows a port, and what follows travels in ChannelData.',
  },
  'turn-tcp': {
    zh: '呼叫方的防火墙丢掉所有 UDP；`turn:…?transport=tcp` 仍然可用。',
    en: 'The caller’s firewall drops all UDP; `turn:…?transport=tcp` still works.',
  },
  'turn-tls': {
    zh: '防火墙只放行 TCP 443；途中只看得见 TLS 记录。',
    en: 'The firewall lets only TCP 443 pass; on the way there is nothing to see but TLS records.',
  },
  'turn-wrong-password': {
    zh: '两次 401：第一次是惯例，第二次是拒绝。没有中继，对称型 NAT 就接不通。',
    en: 'Two 401s: the first is a matter of course, the second a refusal. Without a relay symmetric NATs do not connect.',
  },
  'turn-expired': {
    zh: '临时用户名里的时间已经过去，服务器照样回 401：客户端看不出是过期还是密码错。',
    en: 'The time in the ephemeral user name has passed. It is a 401 too: a client cannot tell it from a wrong password.',
  },
  'stun-blocked': {
    zh: '发往 3478 的包出不了防火墙，没有公网候选，约 15 秒后 `failed`；701 要到 40 秒才来。',
    en: 'Packets to port 3478 do not leave the firewall. Without public candidates it is `failed` after some 15 s; the 701 comes after 40.',
  },
  'network-change': {
    zh: '接通后呼叫方换到另一个网络：`disconnected`，ICE 重启，再次 `connected`。',
    en: 'Once connected, the caller moves to another network: `disconnected`, an ICE restart, `connected` again.',
  },
  'firefox-hole-punched': {
    zh: '被叫方是 Firefox：它的检查里没有 Chromium 的 `GOOG-NETWORK-INFO`，洞照样打得通。',
    en: 'The callee is Firefox: its checks lack Chromium’s `GOOG-NETWORK-INFO`, and the holes are punched all the same.',
  },
})
