const METHODS: Readonly<Record<number, string>> = {
  0x001: 'Binding',
  0x003: 'Allocate',
  0x004: 'Refresh',
  0x006: 'Send',
  0x007: 'Data',
  0x008: 'CreatePermission',
  0x009: 'ChannelBind',
}
const CLASSES = ['request', 'indication', 'success response', 'error response']

/** Method and class share fourteen bits: the class is bits 4 and 8 (RFC 8489 §5). */
export function stunTypeName(type: number): string {
  const stunClass = ((type & 0x100) >> 7) | ((type & 0x010) >> 4)
  const method = (type & 0x00f) | ((type & 0x0e0) >> 1) | ((type & 0x3e00) >> 2)
  return `${METHODS[method] ?? String(method)} ${CLASSES[stunClass] ?? ''}`
}

/** Attributes of STUN (RFC 8489 §18.3), ICE (RFC 8445 §16.1), TURN (RFC 8656 §18) and of Chromium. */
export const ATTRIBUTES: Readonly<Record<number, string>> = {
  0x0001: 'MAPPED-ADDRESS',
  0x0006: 'USERNAME',
  0x0008: 'MESSAGE-INTEGRITY',
  0x0009: 'ERROR-CODE',
  0x000c: 'CHANNEL-NUMBER',
  0x000d: 'LIFETIME',
  0x0012: 'XOR-PEER-ADDRESS',
  0x0013: 'DATA',
  0x0014: 'REALM',
  0x0015: 'NONCE',
  0x0016: 'XOR-RELAYED-ADDRESS',
  0x0019: 'REQUESTED-TRANSPORT',
  0x0020: 'XOR-MAPPED-ADDRESS',
  0x0024: 'PRIORITY',
  0x0025: 'USE-CANDIDATE',
  0x8022: 'SOFTWARE',
  0x8028: 'FINGERPRINT',
  0x8029: 'ICE-CONTROLLED',
  0x802a: 'ICE-CONTROLLING',
  0x802b: 'RESPONSE-ORIGIN',
  0xc057: 'GOOG-NETWORK-INFO',
}
