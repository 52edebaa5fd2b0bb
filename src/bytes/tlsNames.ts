import { hexNumber, toNumber } from './byteReader'

const VERSIONS: Readonly<Record<number, string>> = {
  0xfeff: 'DTLS 1.0',
  0xfefd: 'DTLS 1.2',
  0xfefc: 'DTLS 1.3',
}

/** The name of a DTLS version. DTLS versions count down from 255, so that they never equal one of TLS. */
export function versionName(bytes: Uint8Array): string {
  const version = toNumber(bytes)
  return `${VERSIONS[version] ?? ''} (${hexNumber(version, 4)})`.trim()
}

/** Cipher suites as IANA names them; the ones browsers offer. */
export const SUITES: Readonly<Record<number, string>> = {
  0x1301: 'TLS_AES_128_GCM_SHA256',
  0x1302: 'TLS_AES_256_GCM_SHA384',
  0x1303: 'TLS_CHACHA20_POLY1305_SHA256',
  0xc02b: 'ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  0xc02f: 'ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  0xcca9: 'ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  0xcca8: 'ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
  0xc009: 'ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
  0xc013: 'ECDHE_RSA_WITH_AES_128_CBC_SHA',
  0xc00a: 'ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
  0xc014: 'ECDHE_RSA_WITH_AES_256_CBC_SHA',
  0x009c: 'RSA_WITH_AES_128_GCM_SHA256',
  0x002f: 'RSA_WITH_AES_128_CBC_SHA',
  0x0035: 'RSA_WITH_AES_256_CBC_SHA',
}

/** Extensions of a ClientHello as IANA names them. */
export const EXTENSIONS: Readonly<Record<number, string>> = {
  10: 'supported_groups',
  11: 'ec_point_formats',
  13: 'signature_algorithms',
  14: 'use_srtp',
  23: 'extended_master_secret',
  28: 'record_size_limit',
  35: 'session_ticket',
  43: 'supported_versions',
  44: 'cookie',
  45: 'psk_key_exchange_modes',
  51: 'key_share',
  65281: 'renegotiation_info',
}

/** Groups for the key exchange; the first one resists quantum computers. */
export const GROUPS: Readonly<Record<number, string>> = {
  0x11ec: 'X25519MLKEM768',
  0x001d: 'x25519',
  0x0017: 'secp256r1',
  0x0018: 'secp384r1',
}

/** The two-byte values of a list, by name where it is known. */
export function listNames(bytes: Uint8Array, names: Readonly<Record<number, string>>): string {
  const values = Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) =>
    toNumber(bytes.subarray(index * 2, index * 2 + 2)),
  )
  return values.map((value) => names[value] ?? hexNumber(value, 4)).join(', ')
}
