import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import packets from '../../../lessons/packets/packets.json'
import { extractPackets } from '../../../scripts/packets.mjs'
import { fromHex } from '../../../src/bytes/byteReader'
import type { ByteRange } from '../../../src/bytes/byteRange'
import { crc32 } from '../../../src/bytes/crc32'
import { decodePacket } from '../../../src/bytes/decodePacket'
import { stunTypeName } from '../../../src/bytes/stunNames'

const CAPTURES = 'lessons/packets/captures'

function decoded(id: string): ByteRange[] {
  return decodePacket(fromHex(packets.find((packet) => packet.id === id)!.hex))
}

function valuesOf(id: string, of: string): string[] {
  return decoded(id)
    .filter((range) => range.of === of)
    .map(({ value }) => value)
}

function value(id: string, name: string): string | undefined {
  return decoded(id).find((range) => range.name === name)?.value
}

function expectEveryByteOnce(bytes: Uint8Array, ranges: ByteRange[]): void {
  let at = 0
  for (const { from, to } of ranges) {
    expect(from).toBe(at)
    expect(to).toBeGreaterThan(from)
    at = to
  }
  expect(at).toBe(bytes.length)
}

test('the script extracts exactly the shipped packets from the shipped captures', () => {
  const names = ['cone-cone-stun-alice', 'cone-cone-relay-alice', 'one-machine-media']
  expect(extractPackets(names.map((name) => `${CAPTURES}/${name}.pcap`))).toEqual(packets)
})

test.each(packets)('every byte of $id is in one range and has a known meaning', ({ hex, id }) => {
  const bytes = fromHex(hex)
  const ranges = decodePacket(bytes)
  expectEveryByteOnce(bytes, ranges)
  expect(ranges.map(({ name }) => name)).not.toContain('unknown')
  // Chromium's ClientHello does not fit one packet: its key share continues in the next.
  expect(ranges.some(({ name }) => name === 'cut')).toBe(id === 'client-hello')
})

describe('STUN', () => {
  test('computes XOR-MAPPED-ADDRESS', () => {
    const ranges = decoded('binding-response').filter(({ of }) => of === 'XOR-MAPPED-ADDRESS')
    expect(ranges.at(-2)).toMatchObject({
      value: '40211',
      work: ['0xbc01 XOR 0x2112 = 0x9d13 = 40211'],
    })
    expect(ranges.at(-1)).toMatchObject({
      value: '203.0.113.101',
      work: ['0xea12d527 XOR 0x2112a442 = 0xcb007165', 'cb 00 71 65 = 203.0.113.101'],
    })
    expect(valuesOf('binding-response', 'MAPPED-ADDRESS').slice(-2)).toEqual(['40211', '203.0.113.101'])
    expect(valuesOf('binding-response', 'SOFTWARE').at(-1)).toBe("Coturn-4.6.1 'Gorst'")
  })

  test('checks every FINGERPRINT, and notices a changed byte', () => {
    expect(value('binding-response', 'crc')).toBe('0x2604dce7 ✓')
    for (const { id } of packets) {
      for (const text of valuesOf(id, 'FINGERPRINT').slice(2)) expect(text).toMatch(/ ✓$/)
    }
    const bytes = fromHex(packets.find(({ id }) => id === 'binding-response')!.hex)
    bytes[30]! ^= 1
    expect(decodePacket(bytes).find(({ name }) => name === 'crc')?.value).toBe('0x2604dce7 ✗')
  })

  test('reads an ICE check', () => {
    expect(value('ice-check', 'stun-type')).toBe('Binding request (0x0001)')
    expect(valuesOf('ice-check', 'USERNAME')).toContain('vRev:2RB7')
    expect(valuesOf('ice-check', 'PRIORITY').at(-1)).toBe('1853824767')
    expect(valuesOf('ice-check', 'USE-CANDIDATE')).toEqual(['USE-CANDIDATE (0x0025)', '0'])
  })

  test('reads the Allocate exchange', () => {
    expect(valuesOf('allocate', 'REQUESTED-TRANSPORT')).toContain('17 UDP')
    expect(valuesOf('allocate-401', 'ERROR-CODE').slice(-2)).toEqual(['401', 'Unauthorized'])
    expect(valuesOf('allocate-signed', 'REALM').slice(2, 3)).toEqual(['lab.example'])
    const relayed = valuesOf('allocate-success', 'XOR-RELAYED-ADDRESS')
    expect(relayed.slice(-2)).toEqual(['49171', '203.0.113.10'])
    expect(valuesOf('allocate-success', 'XOR-MAPPED-ADDRESS').slice(-2)).toEqual(['45999', '203.0.113.101'])
    expect(value('allocate-success', 'lifetime')).toBe('600 s')
  })

  test('reads a channel and the message in it', () => {
    expect(value('channel-bind', 'channel-number')).toBe('0x4000')
    expect(value('channel-data', 'channel-number')).toBe('0x4000')
    expect(value('channel-data', 'stun-type')).toBe('Binding success response (0x0101)')
  })

  test('IPv6 is XORed with the cookie and the transaction id (RFC 5769 §2.3)', () => {
    const header = '0101001c2112a442b7e7a701bc34d686fa87dfae'
    const attribute = '002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9'
    const ranges = decodePacket(fromHex(header.replace('001c', '0018') + attribute))
    expect(ranges.at(-2)?.value).toBe('32853')
    expect(ranges.at(-1)?.value).toBe('2001:db8:1234:5678:11:2233:4455:6677')
  })

  test.each([
    [0x0001, 'Binding request'],
    [0x0011, 'Binding indication'],
    [0x0113, 'Allocate error response'],
    [0x0016, 'Send indication'],
    [0x0109, 'ChannelBind success response'],
  ])('type %i is %s', (type, name) => {
    expect(stunTypeName(type)).toBe(name)
  })

  test('CRC-32 has its check value', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })
})

describe('DTLS', () => {
  test('reads a ClientHello to its extensions', () => {
    expect(value('client-hello', 'dtls-type')).toBe('handshake (22)')
    expect(value('client-hello', 'handshake-type')).toBe('ClientHello (1)')
    expect(value('client-hello', 'fragment-length')).toBe('1175')
    expect(value('client-hello', 'handshake-length')).toBe('1413')
    expect(value('client-hello', 'cipher-suites')).toMatch(
      /^TLS_AES_128_GCM_SHA256, .*RSA_WITH_AES_256_CBC_SHA$/,
    )
    expect(valuesOf('client-hello', 'supported_groups').at(-1)).toMatch(/^X25519MLKEM768, x25519/)
    expect(valuesOf('client-hello', 'supported_versions').at(-1)).toBe('DTLS 1.3 (0xfefc), DTLS 1.2 (0xfefd)')
    expect(valuesOf('client-hello', 'key_share')[0]).toBe('key_share (51)')
  })

  test('reads the short header of DTLS 1.3', () => {
    const names = decoded('dtls-record').map(({ name }) => name)
    expect(names).toEqual(['dtls13-flags', 'dtls13-sequence', 'dtls-length', 'encrypted'])
    expect(value('dtls-record', 'dtls-length')).toBe('35')
  })
})

test('RTP: an Opus packet, its header extensions, and what is encrypted', () => {
  expect(value('rtp', 'rtp-first')).toBe('V=2 P=0 X=1 CC=0')
  expect(value('rtp', 'rtp-marker-type')).toBe('M=0 PT=111')
  expect(value('rtp', 'rtp-sequence')).toBe('10955')
  expect(valuesOf('rtp', 'sdes:mid')).toEqual(['id 4, 1', '0'])
  expect(valuesOf('rtp', 'transport-wide-cc')).toEqual(['id 3, 2', '10'])
  expect(valuesOf('rtp', 'ssrc-audio-level').at(-1)).toBe('V=1 −3 dBov')
  expect(decoded('rtp').at(-1)).toMatchObject({ name: 'auth-tag', from: 90, to: 100 })
})

test('random bytes never throw, and each is in one range', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expectEveryByteOnce(bytes, decodePacket(bytes))
    }),
  )
})

test('a packet that is cut and damaged never throws, and each byte is in one range', () => {
  const shipped = packets.map(({ hex }) => fromHex(hex))
  const damaged = fc.record({
    bytes: fc.constantFrom(...shipped),
    cut: fc.nat(1200),
    at: fc.nat(1200),
    byte: fc.nat(255),
  })
  fc.assert(
    fc.property(damaged, ({ bytes, cut, at, byte }) => {
      const changed = bytes.slice(0, cut)
      if (at < changed.length) changed[at] = byte
      expectEveryByteOnce(changed, decodePacket(changed))
    }),
    { numRuns: 300 },
  )
})

test('channels inside channels do not nest without end', () => {
  const bytes = new Uint8Array(60_000).map((_, index) =>
    index % 4 === 0 ? 0x40 : index % 4 === 2 ? 0xea : 0,
  )
  expectEveryByteOnce(bytes, decodePacket(bytes))
})
