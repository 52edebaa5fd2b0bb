import { describe, expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Diagnosis } from '../../../src/diagnosis/diagnose'
import type { Dump } from '../../../src/diagnosis/dump'
import { readDump } from '../../../src/diagnosis/readDump'
import { toV3 } from '../../../src/diagnosis/toV3'
import type { Fault } from '../../../src/diagnosis/verdict'
import { CASES } from './faultCases'
import { firefoxOf } from './dialects/firefox'
import { internalsOf } from './dialects/internals'
import { jitsiOf, rtcstatsOf } from './dialects/rtcstats'
import { inSafari, SAFARI } from './dialects/safari'
import { FOREIGN } from './foreignCalls'

type Render = (dump: Dump) => string

/** What Chromium's page never records: tracks that end, and elements that show a picture. */
const PAGE: readonly string[] = ['capture-died', 'not-shown'] satisfies Fault[]
/** Until 2021 it had no results of capturing either, so that a canvas looks like a camera. */
const OLD = [...PAGE, 'media-refused', 'a canvas that stands still is no camera that died']

/** Files that hold the whole call, and the cases whose signs each of them leaves out. */
const WHOLE: Readonly<Record<string, readonly [Render, without: readonly string[]]>> = {
  'webrtc-internals of 86, English': [(dump) => internalsOf(dump, 'g1'), OLD],
  'webrtc-internals of 86, German': [(dump) => internalsOf(dump, 'g1', { locale: 'de-DE', zone: 60 }), OLD],
  'webrtc-internals of 112, Chinese': [
    (dump) => internalsOf(dump, 'g2', { locale: 'zh-CN', zone: 480 }),
    PAGE,
  ],
  'webrtc-internals of 142': [(dump) => internalsOf(dump, 'g3'), PAGE],
  'webrtc-internals of 144': [(dump) => internalsOf(dump, 'g4'), PAGE],
  'webrtc-internals of 149': [(dump) => internalsOf(dump, 'g5'), PAGE],
  'RTCStatsDump v3, long names': [toV3, []],
  'RTCStatsDump v3 of rtcstats.js, numbers and differences': [(dump) => rtcstatsOf(dump), []],
  // The page of a connection is not in it.
  'rtcstats of Jitsi': [
    (dump) => jitsiOf(dump, false),
    [
      'not-shown',
      'insecure-page',
      'a camera in the house that does not answer: its page came from the same network',
    ],
  ],
}

/** Files that leave out much: they may tell less, and be less sure. */
const PARTS: Readonly<Record<string, Render>> = {
  'rtcstats of Jitsi without descriptions and candidates': (dump) => jitsiOf(dump, true),
  'about:webrtc of Firefox': firefoxOf,
  'RTCStatsDump v3 of Safari 18': (dump) => rtcstatsOf(inSafari(dump, 18), SAFARI[18]),
  'RTCStatsDump v3 of Safari 13': (dump) => rtcstatsOf(inSafari(dump, 13), SAFARI[13]),
  'rtcstats of Jitsi in Safari 18': (dump) => jitsiOf(inSafari(dump, 18), true),
  'rtcstats of Jitsi in Safari 13': (dump) => jitsiOf(inSafari(dump, 13), true),
}

async function diagnosed(text: string): Promise<Diagnosis> {
  const reading = await readDump(new TextEncoder().encode(text))
  if (!('dump' in reading)) throw new Error(`${reading.problem} ${reading.detail}`)
  expect(reading.dump.skipped).toEqual([])
  return diagnose([reading.dump])
}

const told = ({ verdicts }: Diagnosis) => verdicts.map(({ fault, certainty }) => `${fault} ${certainty}`)

const all = [
  ...Object.entries(CASES).map(([name, [dump]]) => ({ name, dump })),
  ...Object.entries(FOREIGN).map(([name, { dump }]) => ({ name, dump })),
]

for (const [dialect, [render, without]] of Object.entries(WHOLE))
  describe(dialect, () => {
    for (const { name, dump } of all.filter((one) => !without.includes(one.name)))
      test(`${name}: the same verdicts`, async () => {
        expect(told(await diagnosed(render(dump)))).toEqual(told(diagnose([dump])))
      })
  })

const ORDER = ['proved', 'likely', 'open']

for (const [dialect, render] of Object.entries(PARTS))
  describe(dialect, () => {
    for (const { name, dump } of all)
      test(`${name}: no other fault, and none that is surer`, async () => {
        const whole = new Map(diagnose([dump]).verdicts.map((one) => [one.fault, one.certainty]))
        for (const { fault, certainty } of (await diagnosed(render(dump))).verdicts) {
          if (certainty === 'open') continue
          expect([...whole.keys()]).toContain(fault)
          expect(ORDER.indexOf(certainty)).toBeGreaterThanOrEqual(ORDER.indexOf(whole.get(fault) ?? ''))
        }
      })
  })

describe.each([13, 18] as const)('Safari %i', (version) => {
  const read = (dump: Dump) => diagnosed(rtcstatsOf(inSafari(dump, version), SAFARI[version]))
  test('is named as the browser', async () => {
    const text = rtcstatsOf(inSafari(CASES['no-path'][0], version), SAFARI[version])
    const reading = await readDump(new TextEncoder().encode(text))
    expect('dump' in reading && reading.dump.browser).toMatch(new RegExp(`^Safari ${version}`))
  })
  // What Safari refuses, it says in its own words.
  test.each(['no-path', 'wrong-state', 'early-candidate', 'media-refused', 'lost-without-restart'] as const)(
    '%s is found',
    async (fault) => {
      const { verdicts } = await read(CASES[fault][0])
      expect(verdicts.map((one) => one.fault)).toContain(fault)
    },
  )
})

describe('calls of the kinds that strangers bring', () => {
  for (const [name, { dump, told: expected }] of Object.entries(FOREIGN))
    test(name, () => {
      const diagnosis = diagnose([dump])
      expect(told(diagnosis)).toEqual(expected)
      expect(diagnosis.healthy).toBe(expected.every((one) => one.endsWith(' open')))
    })
})
