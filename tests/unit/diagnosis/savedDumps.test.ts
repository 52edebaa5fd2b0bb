import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Dump } from '../../../src/diagnosis/dump'
import { ownDump } from '../../../src/diagnosis/ownDump'
import { redactDump } from '../../../src/diagnosis/redactDump'
import { toV3 } from '../../../src/diagnosis/toV3'
import { readRecording } from '../../../src/recording/readRecording'
import { redactRecording } from '../../../src/recording/redactRecording'
import { gunzipSync } from 'node:zlib'
import { runCount } from '../../support/runCount'
import { CASES } from './faultCases'
import { FOREIGN } from './foreignCalls'
import { dumpOf, labBytes, labDump, LABS } from './labFixtures'

const ADDRESS = /\b(?:192\.0\.2|203\.0\.113|198\.51\.100|172\.17\.0|192\.168\.1)\.\d+\b/g

function verdictsOf(dump: Dump) {
  const { verdicts, healthy } = diagnose([dump])
  return {
    healthy,
    verdicts: verdicts.map(({ fault, step, certainty, connection }) => [
      fault,
      step,
      certainty,
      connection.id,
    ]),
  }
}

describe.each(LABS)('the failing call of the lab %s', (lab) => {
  it.each(['webrtc-internals.json.gz', 'rtcstats-v3.gz'])(
    '%s, saved without secrets as RTCStatsDump, gives the same verdicts',
    async (file) => {
      const dump = await labDump(lab, file)
      const saved = toV3(redactDump(dump))
      for (const [, secret] of JSON.stringify(dump).matchAll(/a=ice-pwd:([^\\"]+)/g))
        expect(saved).not.toContain(secret)
      expect(verdictsOf(await dumpOf(saved))).toEqual(verdictsOf(dump))
    },
  )

  it('our own recording, saved so, gives the same verdicts', async () => {
    const read = readRecording(gunzipSync(labBytes(lab, 'recording.json.gz')).toString())
    if (!read.ok) throw new Error(read.detail)
    const saved = await dumpOf(toV3(ownDump(redactRecording(read.recording))))
    expect(verdictsOf(saved)).toEqual(verdictsOf(ownDump(read.recording)))
  })
})

it('a password that an unknown attribute quotes is hidden, too', async () => {
  const dump = await labDump('wrong-password', 'recording.json.gz')
  const quoted = /a=x-was:([^\\]+)/.exec(JSON.stringify(dump))?.[1]
  expect(quoted?.length).toBeGreaterThan(21)
  expect(toV3(redactDump(dump))).not.toContain(quoted)
})

it('of a page stays only whether it is secure, and whether its host is private', async () => {
  const dump = await labDump('no-tracks', 'rtcstats-v3.gz')
  const [first, ...rest] = dump.connections
  const at = (page: string) => redactDump({ ...dump, connections: [{ ...first!, page }, ...rest] })
  expect(at('http://intranet.company/room').connections[0]?.page).toBe('http://page.example/')
  expect(at('https://company/room').connections[0]?.page).toBe('https://page.example/')
  expect(at('http://localhost:8080/').connections[0]?.page).toBe('https://localhost/')
  expect(at('http://10.1.2.3/').connections[0]?.page).toMatch(/^http:\/\/10\.(?!1\.2\.3)/)
})

describe('without secrets, the verdicts are those of the whole dump', () => {
  const dumps = [
    ...Object.entries(CASES).map(([name, [dump]]) => [name, dump] as const),
    ...Object.entries(FOREIGN).map(([name, { dump }]) => [name, dump] as const),
  ]
  it.each(dumps)('%s', (_, dump) => expect(verdictsOf(redactDump(dump))).toEqual(verdictsOf(dump)))

  it('whatever addresses are in it', () => {
    const byte = fc.nat(254)
    const address = fc.oneof(
      fc.tuple(byte, byte).map(([a, b]) => `10.${a}.0.${b}`),
      fc.tuple(byte, byte).map(([a, b]) => `192.168.${a}.${b}`),
      fc.tuple(byte, byte).map(([a, b]) => `172.17.${a}.${b}`),
      fc.tuple(byte, byte).map(([a, b]) => `169.254.${a}.${b}`),
      fc.tuple(byte, byte).map(([a, b]) => `100.64.${a}.${b}`),
      fc.tuple(byte, byte).map(([a, b]) => `198.51.${a}.${b}`),
      byte.map((a) => `127.0.0.${a}`),
      byte.map((a) => `2001:db8:7::${a}`),
      byte.map((a) => `fd12:3456::${a}`),
      byte.map((a) => `fe80::${a}`),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...dumps.map(([, dump]) => JSON.stringify(dump))),
        fc.array(address, { minLength: 6, maxLength: 6 }),
        (text, addresses) => {
          const found = [...new Set(text.match(ADDRESS))]
          const other = (one: string) => addresses[found.indexOf(one) % addresses.length] ?? one
          const dump = JSON.parse(text.replace(ADDRESS, other)) as Dump
          expect(verdictsOf(redactDump(dump))).toEqual(verdictsOf(dump))
        },
      ),
      { numRuns: runCount(150, 3_000) },
    )
  })
})
