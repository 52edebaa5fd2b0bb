import { defineMessages } from '../i18n'

/** What a server of each kind does for a call, by the scheme of its URL. */
export const serverKinds = defineMessages({
  stun: {
    zh: 'STUN：告诉你 NAT 映射出的公网地址，得到 `srflx` 候选；媒体不经过它。',
    en: 'STUN tells you your own public address: a `srflx` candidate. No media passes through it.',
  },
  stuns: {
    zh: 'STUN over TLS：得到 `srflx` 候选，很少有服务器提供；Firefox 不支持，会抛出 `NotSupportedError`。',
    en: 'STUN over TLS: a `srflx` candidate. Few servers offer it, and Firefox throws `NotSupportedError`.',
  },
  turn: {
    zh: 'TURN（UDP）：得到 `relay` 候选，顺带一个 `srflx`；直连不通时媒体经它中继。',
    en: 'TURN over UDP: a `relay` candidate, and a `srflx` with it. It relays the media when no direct path works.',
  },
  'turn-tcp': {
    zh: 'TURN（TCP）：得到 `relay` 候选；防火墙挡住 UDP 时用它。',
    en: 'TURN over TCP: a `relay` candidate that gets through firewalls which block UDP.',
  },
  turns: {
    zh: 'TURN（TLS）：得到 `relay` 候选；用 443 端口时能穿过大多数防火墙；要求代理认证或做 TLS 检查的仍可能拦住它。',
    en: 'TURN over TLS: a `relay` candidate. On port 443 it gets through most firewalls; those that demand a proxy login or inspect TLS may still stop it.',
  },
})

/** The errors of the form, by code. */
export const serverErrors = defineMessages({
  'full-width': {
    zh: '含有全角标点，请换成半角的 `:` `.` `?`',
    en: 'It has full-width punctuation: type `:`, `.` and `?` in half width',
  },
  'too-long': { zh: 'URL 超过 512 个字符', en: 'The URL is longer than 512 characters' },
  'no-scheme': {
    zh: '缺少开头的 `stun:` 或 `turn:`，例如 `stun:{url}`',
    en: 'It lacks `stun:` or `turn:` at its start, as in `stun:{url}`',
  },
  scheme: {
    zh: '只能以 `stun:`、`stuns:`、`turn:` 或 `turns:` 开头；这里填的不是网页地址',
    en: 'It must start with `stun:`, `stuns:`, `turn:` or `turns:`; this is not the address of a web page',
  },
  slashes: {
    zh: '冒号后面没有 `//`：写 `stun:host`，不写 `stun://host`',
    en: 'No `//` after the colon: `stun:host`, not `stun://host`',
  },
  'login-in-url': {
    zh: '用户名和密码不写在 URL 里，请填到下面两栏',
    en: 'User name and password do not go into the URL: use the two fields below',
  },
  host: {
    zh: '主机名或 IP 地址不对：冒号后面只写主机和端口，中文域名要写成 `xn--` 形式',
    en: 'The host is wrong: a name or an IP address and a port, nothing else; a Chinese domain in its `xn--` form',
  },
  brackets: {
    zh: 'IPv6 地址要放在方括号里，例如 `stun:[2001:db8::1]:3478`',
    en: 'An IPv6 address goes in brackets, as in `stun:[2001:db8::1]:3478`',
  },
  port: { zh: '端口必须是 1 到 65535 之间的整数', en: 'The port must be a whole number from 1 to 65535' },
  'query-on-stun': {
    zh: 'STUN 的 URL 不能带 `?` 参数；`?transport=` 只用于 TURN',
    en: 'A STUN URL has no `?` part; only TURN takes `?transport=`',
  },
  transport: {
    zh: '`?` 后面只能是 `transport=udp` 或 `transport=tcp`（小写）',
    en: 'After `?` only `transport=udp` or `transport=tcp` may follow, in lower case',
  },
  empty: { zh: '请填写服务器 URL，或清空这一行', en: 'Type the URL of a server, or clear this row' },
  'too-many': { zh: '最多 10 个：每多一个都会拖慢候选收集', en: 'At most 10: each one slows gathering down' },
  'username-missing': { zh: 'TURN 服务器需要用户名', en: 'A TURN server needs a user name' },
  'username-long': { zh: '用户名超过 509 字节', en: 'The user name is longer than 509 bytes' },
  'credential-missing': { zh: 'TURN 服务器需要密码', en: 'A TURN server needs a password' },
  'credential-long': { zh: '密码超过 256 个字符', en: 'The password is longer than 256 characters' },
})
