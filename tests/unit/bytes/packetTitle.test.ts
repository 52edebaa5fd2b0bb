import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import packets from '../../../lessons/packets/packets.json'
import { fromHex } from '../../../src/bytes/byteReader'
import { decodePacket } from '../../../src/bytes/decodePacket'
import { packetTitle } from '../../../src/bytes/packetTitle'

const titleOf = (id: string) => packetTitle(fromHex(packets.find((one) => one.id === id)?.hex ?? ''))

test.each([
  ['binding-request', 'Binding request'],
  ['ice-check', 'Binding request, USE-CANDIDATE'],
  ['allocate-401', 'Allocate error response 401'],
  ['channel-bind', 'ChannelBind request'],
  ['client-hello', 'DTLS ClientHello'],
  ['dtls-record', 'DTLS ciphertext'],
  ['rtp', 'RTP'],
])('the captured packet %s is called “%s”', (id, title) => {
  expect(titleOf(id)).toBe(title)
})

it('names what a channel carries', () => {
  expect(titleOf('channel-data')).toMatch(/^ChannelData 0x40\d\d · /)
})

it('tells records of TLS from those of DTLS, and divides them', () => {
  const record = fromHex('160303000401000000')
  expect(packetTitle(record)).toBe('TLS ClientHello')
  expect(decodePacket(record).map(({ name }) => name)).toEqual([
    'dtls-type',
    'dtls-version',
    'dtls-length',
    'encrypted',
  ])
})

it('has a name for any bytes, and never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(packetTitle(bytes).length).toBeGreaterThan(0)
      expect(decodePacket(bytes).at(-1)?.to ?? 0).toBe(bytes.length)
    }),
  )
})
