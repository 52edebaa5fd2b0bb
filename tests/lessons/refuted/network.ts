import type { RefutedClaim } from './refutedClaim'

/**
 * False claims about ICE, NAT, security and hanging up that lessons once made, refuted by measurement or a
 * specification.
 */
export const NETWORK_CLAIMS: readonly RefutedClaim[] = [
  {
    claim: 'no packet says goodbye',
    zh: { pattern: /没有.挂断.这种包/, was: ['媒体没有“挂断”这种包。'] },
    en: { pattern: /no packet that says goodbye/, was: ['Media has no packet that says goodbye.'] },
  },
  {
    claim: 'a data channel always tells whether the other end is there',
    zh: { pattern: /还在不在.{0,3}哨兵/, was: ['数据通道也可以当作“还在不在”的哨兵。'] },
    en: {
      pattern: /guard that tells whether the other end/,
      was: ['A data channel also serves as a guard that tells whether the other end is still there.'],
    },
  },
  {
    claim: 'whoever answers a check has read the description',
    zh: {
      pattern: /答话的人看过|描述的人才(会答|答得上)/,
      was: ['所以只有拿到过描述的人才会答。', '只有看过描述的人才答得上来。', '答话的人看过对方的描述'],
    },
    en: {
      pattern: /whoever answers has read|seen the description will answer/,
      was: [
        'whoever answers has read the description',
        'so only someone who has seen the description will answer.',
      ],
    },
  },
  {
    claim: 'host always comes before srflx',
    zh: { pattern: /`host` 总在 `srflx` 前/, was: ['所以 `host` 总在 `srflx` 前面。'] },
    en: { pattern: /`host` always precedes `srflx`/, was: ['`host` always precedes `srflx`.'] },
  },
  {
    claim: 'only a server that mixes ends DTLS',
    zh: { pattern: /服务器也?参与混流或录制/, was: ['若服务器也参与混流或录制，DTLS 就终止在服务器那里。'] },
    en: {
      pattern: /If a server mixes or records/,
      was: ['If a server mixes or records, DTLS ends at that server.'],
    },
  },
  {
    claim: 'an ICE restart revives what failed in Firefox',
    zh: {
      pattern: /本应用会发现，并提供 ICE 重启|ICE 重启可以/,
      was: ['本应用会发现，并提供 ICE 重启。', '迟到的应答救不回来，ICE 重启可以。'],
    },
    en: {
      pattern: /This app notices and offers an ICE restart|An ICE restart does/,
      was: ['This app notices and offers an ICE restart.', 'An ICE restart does.'],
    },
  },
  {
    claim: 'TCP candidates help between browsers',
    zh: { pattern: /UDP 不通时的退路/, was: ['经 TCP，UDP 不通时的退路。'] },
    en: { pattern: /for where UDP does not pass/, was: ['Over TCP, for where UDP does not pass.'] },
  },
  {
    claim: 'every candidate is paired with every other',
    zh: {
      pattern: /两两(配|成)对/,
      was: ['本地的每个候选和远端的每个候选两两成对。', 'ICE 把双方的候选两两配对。'],
    },
    en: {
      pattern: /[Ee]very local candidate is paired with every/,
      was: ['Every local candidate is paired with every remote one.'],
    },
  },
  {
    claim: 'a wrong ICE password stops every check',
    zh: { pattern: /检查全都没有(回音|响应)/, was: ['把 ICE 口令改掉一位，检查全都没有回音。'] },
    en: {
      pattern: /no check is answered/,
      was: ['Change one character of the ICE password, and no check is answered.'],
    },
  },
  {
    claim: 'a relay sees ciphertext only',
    zh: { pattern: /中继只转发密文/, was: ['中继只转发密文。'] },
    en: { pattern: /relay forwards ciphertext only/, was: ['A relay forwards ciphertext only.'] },
  },
  {
    claim: 'every TURN address gives srflx',
    zh: { pattern: /TURN 的?地址同时/, was: ['TURN 的地址同时也能问到服务器反射候选。'] },
    en: {
      pattern: /TURN address also yields/,
      was: ['A TURN address also yields the server-reflexive candidate.'],
    },
  },
  {
    claim: 'a TURN server does not know the other end',
    zh: { pattern: /不认识你的对方/, was: ['其实它们不认识你的对方。'] },
    en: { pattern: /never heard of the other end/, was: ['They have never heard of the other end.'] },
  },
  {
    claim: 'restartIce() alone changes nothing',
    zh: { pattern: /这一句本身什么也不改变/, was: ['这一句本身什么也不改变。'] },
    en: { pattern: /That line alone changes nothing/, was: ['That line alone changes nothing.'] },
  },
  {
    claim: 'in one network it always works',
    zh: {
      pattern:
        /同一局域网里?内?(仍能|照样)解析|同一网络里的对端能用|局域网里的(通话|对端)(照样|就|用 mDNS)|`host` 候选直接可达/,
      was: [
        '同一局域网内仍能解析。',
        '同一网络里的对端能用 mDNS 解析。',
        '同一局域网里的通话照样能通。',
        '同一个网络里，`host` 候选直接可达。',
        '同一个局域网里的对端用 mDNS 组播就能查到它。',
      ],
    },
    en: {
      pattern:
        /within one local network they are enough|the name still resolves|a call within one network still works|same network (can resolve|looks them up)|candidates reach each other/,
      was: [
        'within one local network they are enough',
        'within the local network the name still resolves.',
        'a call within one network still works.',
        'peers on the same network can resolve it by mDNS.',
        'A peer in the same network looks them up by multicast.',
        'Inside one network `host` candidates reach each other.',
      ],
    },
  },
  {
    claim: 'port 443 passes every firewall',
    zh: { pattern: /能穿过最严的防火墙/, was: ['用 443 端口时能穿过最严的防火墙。'] },
    en: {
      pattern: /gets through the strictest firewalls/,
      was: ['On port 443 it gets through the strictest firewalls.'],
    },
  },
  {
    claim: 'candidates always tell the public address',
    zh: { pattern: /总会知道你的公网地址/, was: ['能收到你候选的人，总会知道你的公网地址。'] },
    en: {
      pattern: /learns your public address all the same/,
      was: ['Whoever gets your candidates learns your public address all the same.'],
    },
  },
  {
    claim: 'a closed peer is noticed after 8 seconds at the earliest',
    zh: {
      pattern: /8 到 10 秒|约 8 秒/,
      was: ['实测 8 到 10 秒后才 `disconnected`。', '大约 8 秒后才到 `disconnected`。'],
    },
    en: {
      pattern: /8 to 10 seconds|about 8 seconds/,
      was: [
        '`disconnected` after 8 to 10 seconds in our runs.',
        'becomes `disconnected` after about 8 seconds.',
      ],
    },
  },
  {
    claim: 'Chromium was measured with Firefox',
    zh: {
      pattern: /Chromium 和 Firefox 之间用的是/,
      was: ['今天的 Chromium 和 Firefox 之间用的是 DTLS 1.3。'],
    },
  },
  {
    claim: 'every packet shown came through NAT and TURN',
    zh: {
      pattern: /隔着两层 NAT、经 coturn/,
      was: ['抓自两台 Chromium 隔着两层 NAT、经 coturn 服务器的通话。'],
    },
    en: {
      pattern: /behind two NATs, with a coturn/,
      was: ['two Chromium browsers behind two NATs, with a coturn server.'],
    },
  },
  {
    claim: 'a nonce is used once',
    zh: {
      pattern: /一次性的?(随机数|数字|数)/,
      was: [
        '给出 realm 和一次性的随机数。',
        '服务器给的一次性的数。',
        'nonce 是服务器发给客户端的一次性数字。',
      ],
    },
  },
  {
    claim: 'most calls get through directly',
    zh: { pattern: /能直连的占多数/, was: ['能直连的占多数。'] },
    en: { pattern: /Most calls get through directly/, was: ['Most calls get through directly.'] },
  },
  {
    claim: 'DTLS proves identity',
    zh: {
      pattern: /证明的是身份|DTLS 证明对方的身份/,
      was: ['**DTLS** 证明的是身份。', 'DTLS 证明对方的身份。'],
    },
    en: {
      pattern: /DTLS\*{0,2} proves (identity|who it is)/,
      was: ['**DTLS** proves identity.', 'DTLS proves who it is.'],
    },
  },
  {
    claim: 'no computer knows its public address',
    zh: { pattern: /后面的电脑不知道自己的公网地址/, was: ['NAT 后面的电脑不知道自己的公网地址。'] },
    en: {
      pattern: /computer cannot know its public address/,
      was: ['Behind a NAT a computer cannot know its public address.'],
    },
  },
]
