import { expect, it, test } from 'vitest'
import { packetsText } from '../../../../src/evidence/ice/packetsText'
import { packetRows } from '../../../../src/evidence/ice/packetRows'
import type { CapturedPacket, PacketPlace } from '../../../../src/evidence/ice/packetRows'

const REQUEST = '000100002112a442000000000000000000000000'

const packet = (
  places: PacketPlace[],
  { at = 0, transport = 'udp', from = '10.0.1.2:1' }: Partial<CapturedPacket> & { from?: string } = {},
): CapturedPacket => ({
  at,
  transport,
  seen: places.map((place) => ({ place, from, to: '203.0.113.102:2' })),
  hex: REQUEST,
})

test.each<[string, PacketPlace[], string, string | null]>([
  ['crosses both NATs', ['caller', 'caller-nat', 'callee-nat', 'callee'], 'arrived', 'caller'],
  ['crosses back', ['callee', 'callee-nat', 'caller-nat', 'caller'], 'arrived', 'callee'],
  ['is dropped by the other NAT', ['caller', 'caller-nat', 'callee-nat'], 'not-in', 'caller'],
  ['goes to a server', ['callee', 'callee-nat'], 'on-its-way', 'callee'],
  ['does not leave its own router', ['caller'], 'not-out', 'caller'],
  ['comes from a server', ['caller-nat', 'caller'], 'arrived', null],
  ['comes from a server and is dropped', ['caller-nat'], 'not-in', null],
])('a packet that %s', (_, places, fate, sender) => {
  expect(packetRows([packet(places)])).toMatchObject([{ fate, sender, title: 'Binding request' }])
})

it('of TCP is whole, and an answer is that of the server', () => {
  const [sent, answered] = packetRows([
    packet(['caller'], { transport: 'tcp' }),
    packet(['caller'], { transport: 'tls', from: '203.0.113.10:443' }),
  ])
  expect(sent).toMatchObject({ fate: 'whole', sender: 'caller' })
  expect(answered).toMatchObject({ fate: 'whole', sender: null })
})

it('is copied with its places and bytes', () => {
  expect(packetsText(packetRows([packet(['caller', 'caller-nat'])]))).toBe(
    `0:00.000\tudp\tBinding request\tcaller 10.0.1.2:1 > 203.0.113.102:2, caller-nat 10.0.1.2:1 > 203.0.113.102:2\t${REQUEST}`,
  )
})
