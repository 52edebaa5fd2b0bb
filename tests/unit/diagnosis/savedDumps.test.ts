import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Dump } from '../../../src/diagnosis/dump'
import { ownDump } from '../../../src/diagnosis/ownDump'
import { redactDump } from '../../../src/diagnosis/redactDump'
import { toV3 } from '../../../src/diagnosis/toV3'
import { readRecording } from '../../../src/recording/readRecording'
import { redactRecording } from '../../../src/recording/redactRecording'
import { gunzipSync } from 'node:zlib'
import { dumpOf, labBytes, labDump, LABS } from './labFixtures'

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

it('of a page stays only whether it is secure', async () => {
  const dump = await labDump('no-tracks', 'rtcstats-v3.gz')
  const [first, ...rest] = dump.connections
  const at = (page: string) => redactDump({ ...dump, connections: [{ ...first!, page }, ...rest] })
  expect(at('http://intranet.company/room').connections[0]?.page).toBe('http://page.example/')
  expect(at('https://company/room').connections[0]?.page).toBe('https://page.example/')
  expect(at('http://localhost:8080/').connections[0]?.page).toBe('https://page.example/')
})
