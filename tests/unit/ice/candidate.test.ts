import fc from 'fast-check'
import { parseCandidate as oracle } from 'sdp'
import { expect, test } from 'vitest'
import { isHiddenAddress, parseCandidate } from '../../../src/ice/candidate'
import { decodePriority, encodePriority } from '../../../src/ice/priority'

const SRFLX =
  'candidate:143086127 1 udp 1686052607 203.0.113.101 40211 typ srflx raddr 10.0.1.2 rport 40211 generation 0 ufrag q8ba network-id 1'

test('reads a measured server-reflexive candidate', () => {
  expect(parseCandidate(SRFLX)).toEqual({
    foundation: '143086127',
    component: 1,
    protocol: 'udp',
    priority: 1686052607,
    address: '203.0.113.101',
    port: 40211,
    type: 'srflx',
    relatedAddress: '10.0.1.2',
    relatedPort: 40211,
    tcpType: null,
  })
})

test('reads capitals, IPv6, TCP and the a= form', () => {
  const line = 'a=candidate:0 1 TCP 2105458943 fd00::2 9 typ host tcptype active'
  expect(parseCandidate(line)).toMatchObject({ protocol: 'tcp', address: 'fd00::2', tcpType: 'active' })
})

test.each(['', 'candidate:', 'candidate:1 1 udp', 'candidate:1 x udp 1 a 9 typ host', 'v=0'])(
  'is null for %j',
  (line) => {
    expect(parseCandidate(line)).toBeNull()
  },
)

test('never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((rest) => `candidate:${rest}`),
      ),
      (line) => {
        parseCandidate(line)
      },
    ),
  )
})

const token = fc.stringMatching(/^[a-z0-9+/]{1,12}$/)
const port = fc.integer({ min: 0, max: 65535 })
const candidate = fc
  .record({
    foundation: token,
    component: fc.constantFrom(1, 2),
    protocol: fc.constantFrom('udp', 'tcp', 'UDP'),
    priority: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    address: fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.uuid().map((id) => `${id}.local`),
    ),
    port,
    type: fc.constantFrom('host', 'srflx', 'prflx', 'relay'),
    related: fc.option(fc.tuple(fc.ipV4(), port)),
    ufrag: fc.option(fc.stringMatching(/^[a-z]{4}$/)),
  })
  .map(({ related, ufrag, ...c }) =>
    [
      `candidate:${c.foundation} ${String(c.component)} ${c.protocol} ${String(c.priority)}`,
      `${c.address} ${String(c.port)} typ ${c.type}`,
      ...(related ? [`raddr ${related[0]} rport ${String(related[1])}`] : []),
      ...(ufrag === null ? [] : [`ufrag ${ufrag}`]),
    ].join(' '),
  )

test('never throws on a cut, doubled or huge line, and keeps no half-read number', () => {
  fc.assert(
    fc.property(candidate, fc.nat(200), fc.string({ unit: 'binary' }), (line, at, noise) => {
      for (const text of [line.slice(0, at), line.slice(at), line + line, line.slice(0, at) + noise]) {
        const read = parseCandidate(text)
        if (read === null) continue
        for (const number of [read.component, read.priority, read.port])
          expect(number).toBeGreaterThanOrEqual(0)
      }
    }),
  )
  const huge = `${SRFLX} ${'x '.repeat(200_000)}`
  expect(parseCandidate(huge)?.port).toBe(40211)
  expect(parseCandidate(`candidate:${'9'.repeat(400_000)}`)).toBeNull()
})

test('the priority shown is the number in the candidate', () => {
  fc.assert(
    fc.property(candidate, (line) => {
      const read = parseCandidate(line)
      const written = Number(line.split(' ')[3])
      expect(read?.priority).toBe(written)
      expect(encodePriority(decodePriority(read?.priority ?? -1))).toBe(written)
    }),
  )
})

test('agrees with the sdp package', () => {
  fc.assert(
    fc.property(candidate, (line) => {
      const { component, relatedAddress, relatedPort, foundation, protocol, priority, address, port, type } =
        oracle(line)
      expect(parseCandidate(line)).toMatchObject({
        foundation,
        protocol,
        priority,
        address,
        port,
        type,
        component: component === 'rtp' ? 1 : 2,
        relatedAddress: relatedAddress ?? null,
        relatedPort: relatedPort ?? null,
      })
    }),
  )
})

test('knows a hidden address', () => {
  expect(isHiddenAddress('5f1c0f7e-0000-4000-8000-000000000000.local')).toBe(true)
  expect(isHiddenAddress('192.0.2.2')).toBe(false)
})
