// The rules of nftables that make a Linux router behave as a NAT of a kind (RFC 4787 §4 and §5).

/** The kinds that a router can be; `double` is two routers (network.mjs). */
export const NAT_KINDS = /** @type {const} */ (['full-cone', 'restricted', 'port-restricted', 'symmetric'])

/** @typedef {typeof NAT_KINDS[number]} NatKind */
/** What a firewall lets out: all, no UDP, only TCP to port 443, or all but UDP to the port of STUN. */
/** @typedef {'all' | 'no-udp' | 'only-443' | 'no-stun'} LetsOut */

/** Which inbound packets a cone NAT lets in: the key under which it remembers each outgoing packet. */
const MEMORY = {
  'full-cone': { type: 'inet_service', sent: 'udp sport', arriving: 'udp dport' },
  restricted: {
    type: 'ipv4_addr . inet_service',
    sent: 'ip daddr . udp sport',
    arriving: 'ip saddr . udp dport',
  },
}

/** @type {Record<LetsOut, string>} */
const FIREWALL = {
  all: '',
  'no-udp': 'iifname "lan" meta l4proto udp drop',
  'only-443': 'iifname "lan" meta l4proto udp drop\n    iifname "lan" tcp dport != 443 drop',
  'no-stun': 'iifname "lan" udp dport 3478 drop',
}

/**
 * The rules for a router with the interfaces `lan` and `wan`. Linux keeps the source port where it can, so that each
 * mapping is endpoint-independent; `fully-random` takes another port for each destination. Linux filters by address and
 * port, so the cones remember what was sent, and forward what matches it.
 * @param {NatKind} kind
 * @param {{ inside: string, letsOut?: LetsOut }} options `inside`: the address of the only machine behind it
 */
export function rulesOf(kind, { inside, letsOut = 'all' }) {
  const memory = kind === 'full-cone' || kind === 'restricted' ? MEMORY[kind] : null
  return `table ip handshake {
  ${memory === null ? '' : coneOf(memory, inside)}
  chain forward {
    type filter hook forward priority filter; policy drop;
    ${FIREWALL[letsOut]}
    ct state established,related accept
    iifname "lan" accept
    ct status dnat accept
  }
  # A packet that nobody inside asked for is dropped before the router keeps an entry for it: such an entry would take
  # the port from the machine inside, and the NAT would behave as a symmetric one in that race.
  chain input {
    type filter hook input priority filter; policy accept;
    iifname "wan" ct state new drop
  }
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    oifname "wan" masquerade${kind === 'symmetric' ? ' fully-random' : ''}
  }
}
`
}

function coneOf(
  /** @type {{ type: string, sent: string, arriving: string }} */ { type, sent, arriving },
  /** @type {string} */ inside,
) {
  return `set sent {
    type ${type}
    flags dynamic,timeout
    timeout 5m
  }
  chain remember {
    type filter hook forward priority filter - 10; policy accept;
    iifname "lan" meta l4proto udp update @sent { ${sent} }
  }
  chain prerouting {
    type nat hook prerouting priority dstnat; policy accept;
    iifname "wan" meta l4proto udp ${arriving} @sent dnat to ${inside}
  }`
}
