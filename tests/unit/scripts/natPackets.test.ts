import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { choosePackets } from '../../../scripts/nat/choosePackets.mjs'
import { readFrames } from '../../../scripts/nat/pcap.mjs'
import type { Frame } from '../../../scripts/nat/pcap.mjs'
import { readStreams } from '../../../scripts/nat/streams.mjs'

const CALLER = '10.0.1.2:5000'
const MAPPED = '203.0.113.101:5000'
const PEER = '203.0.113.102:6000'

const frame = (time: number, from: string, to: string, payload: Buffer): Frame => ({
  time,
  protocol: 'udp',
  from,
  to,
  sequence: 0,
  payload,
})

/** A Binding request with this transaction. */
function binding(transaction: number): Buffer {
  const bytes = Buffer.alloc(20)
  bytes.writeUInt16BE(1, 0)
  bytes.writeUInt32BE(0x2112a442, 4)
  bytes.writeUInt32BE(transaction, 16)
  return bytes
}

const segment = (sequence: number, payload: Buffer): Frame => ({
  time: sequence,
  protocol: 'tcp',
  from: CALLER,
  to: '203.0.113.10:3478',
  sequence,
  payload,
})

describe('a capture', () => {
  const file = readFileSync('lessons/packets/captures/cone-cone-stun-alice.pcap')

  it('is read into frames with times, endpoints and payloads', () => {
    const found = readFrames(file)[12]
    expect(found).toMatchObject({ protocol: 'udp', from: '10.0.1.2:40211', to: '203.0.113.10:3478' })
    expect(found?.payload.toString('hex')).toBe('000100002112a442756d703944374f6f69506666')
  })

  it('that was cut or damaged is read as far as it goes, and nothing throws', () => {
    const before = readFrames(file).length
    fc.assert(
      fc.property(
        fc.nat(file.length),
        fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 20 }),
        (length, changes) => {
          const damaged = Buffer.from(file.subarray(0, length))
          for (const [at, value] of changes) if (at < length) damaged[at] = value
          expect(readFrames(damaged).length).toBeLessThanOrEqual(Math.max(before, length / 16))
        },
      ),
    )
  })
})

describe('a stream of TCP', () => {
  const whole = Buffer.concat([binding(1), binding(2), binding(3)])

  it('is divided into the same messages wherever its segments end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: whole.length - 1 }), { maxLength: 8 }), (cuts) => {
        const ends = [...new Set([0, ...cuts, whole.length])].sort((a, b) => a - b)
        const segments = ends.slice(1).map((end, at) => segment(ends[at]!, whole.subarray(ends[at], end)))
        expect(readStreams(segments).map(({ payload }) => payload.readUInt32BE(16))).toEqual([1, 2, 3])
      }),
    )
  })

  it('counts a segment that comes twice once, and stops at a gap', () => {
    const [one, two, three] = [1, 2, 3].map((id) => segment(20 * (id - 1), binding(id)))
    expect(readStreams([one!, one!, two!])).toHaveLength(2)
    expect(readStreams([one!, three!])).toHaveLength(1)
  })
})

describe('the packets of a recording', () => {
  const call = { began: 1_000, ended: 2_000 }

  it('hold a packet once, with every place that saw it and the address it had there', () => {
    const packets = choosePackets(
      {
        caller: [frame(1_010, CALLER, PEER, binding(1))],
        'caller-nat': [frame(1_010.2, MAPPED, PEER, binding(1))],
        'callee-nat': [frame(1_010.3, MAPPED, PEER, binding(1))],
      },
      call,
    )
    expect(packets).toEqual([
      {
        at: 10,
        transport: 'udp',
        seen: [
          { place: 'caller', from: CALLER, to: PEER },
          { place: 'caller-nat', from: MAPPED, to: PEER },
          { place: 'callee-nat', from: MAPPED, to: PEER },
        ],
        hex: binding(1).toString('hex'),
      },
    ])
  })

  it('hold the first three of packets alike, and one that fares otherwise', () => {
    const ids = [1, 2, 3, 4, 5]
    const packets = choosePackets(
      {
        caller: ids.map((id) => frame(1_000 + id, CALLER, PEER, binding(id))),
        callee: [frame(1_005.1, MAPPED, '10.0.2.2:6000', binding(5))],
      },
      call,
    )
    expect(packets.map(({ at }) => at)).toEqual([1, 2, 3, 5])
  })

  it('hold no media, and nothing from before or after the call', () => {
    const rtp = Buffer.concat([Buffer.from([0x80, 111]), Buffer.alloc(30)])
    const caller = [
      frame(999, CALLER, PEER, binding(1)),
      frame(1_001, CALLER, PEER, rtp),
      frame(2_001, CALLER, PEER, binding(2)),
    ]
    expect(choosePackets({ caller }, call)).toEqual([])
  })
})

test('a NAT has rules for each kind, and a cone names the machine inside', async () => {
  const { NAT_KINDS, rulesOf } = await import('../../../scripts/nat/rules.mjs')
  const rules = NAT_KINDS.map((kind) => rulesOf(kind, { inside: '10.0.1.2' }))
  expect(new Set(rules).size).toBe(NAT_KINDS.length)
  expect(rules.map((text) => text.includes('dnat to 10.0.1.2'))).toEqual([true, true, false, false])
  expect(rules.map((text) => text.includes('fully-random'))).toEqual([false, false, false, true])
})

test('what the bench lacks is named with the command that installs it', async () => {
  const { missingNeeds } = await import('../../../scripts/nat/needs.mjs')
  const machine = { platform: 'linux', isRoot: true, has: () => true }
  expect(missingNeeds(machine)).toEqual([])
  expect(missingNeeds({ ...machine, has: (name) => !['nft', 'coturn', 'chromium'].includes(name) })).toEqual([
    expect.stringContaining('apt-get install nftables coturn chromium '),
  ])
  expect(missingNeeds({ ...machine, isRoot: false })[0]).toContain('sudo npm run nat-bench')
  expect(missingNeeds({ platform: 'darwin' })[0]).toContain('Linux')
})
