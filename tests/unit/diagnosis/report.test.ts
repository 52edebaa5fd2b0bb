import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import { VERDICT_TITLES } from '../../../src/diagnosis/faults'
import { toJson, writeReport } from '../../../src/diagnosis/report'
import { FAULTS } from '../../../src/diagnosis/verdict'
import { VERDICT_LINKS } from '../../../src/diagnosis/words'
import { CASES } from './faultCases'
import { dumpOf, healthyLines } from './handMade'
import { LABS, labDump } from './labFixtures'

const LANGUAGES = ['zh', 'en'] as const

test.each(FAULTS)('%s: the report names it in both languages, and fills every place', (fault) => {
  const [dump] = CASES[fault]
  for (const language of LANGUAGES) {
    const report = writeReport(diagnose([dump]), [dump], language)
    expect(report).toContain(VERDICT_TITLES[fault][language])
    expect(report).not.toMatch(/\{\w+[|}]/)
    expect(report).not.toContain('undefined')
    expect(report).not.toContain('`')
  }
})

test('each lab’s report fills every place, and Markdown keeps the marks of code', async () => {
  for (const lab of LABS) {
    const dump = await labDump(lab, 'rtcstats-v3.gz')
    for (const language of LANGUAGES) {
      const report = writeReport(diagnose([dump]), [dump], language, 'markdown')
      expect(report, lab).not.toMatch(/\{\w+[|}]/)
      expect(report, lab).toMatch(/^## /)
    }
  }
})

test('every lab that is linked exists', () => {
  const linked = Object.values(VERDICT_LINKS).flatMap(({ labs }) => labs)
  expect(linked.filter((lab) => !LABS.includes(lab))).toEqual([])
})

test('the report and the JSON name no address, no server and no page', () => {
  for (const fault of ['unreachable-address', 'turn-refused', 'udp-blocked', 'insecure-page'] as const) {
    const dumps = [CASES[fault][0]]
    const diagnosis = diagnose(dumps)
    const all = [writeReport(diagnosis, dumps, 'en'), JSON.stringify(toJson(diagnosis, dumps, 'en'))].join(
      '\n',
    )
    expect(all).not.toMatch(/172\.17\.0\.2|turn\.example|stun\.example|192\.0\.2\.1\b\/room|kim/)
  }
})

test('a healthy call is told so first', () => {
  const dumps = [dumpOf(healthyLines())]
  expect(writeReport(diagnose(dumps), dumps, 'en')).toMatch(/^This call is healthy\n/)
  expect(writeReport(diagnose(dumps), dumps, 'zh')).toMatch(/^这次通话是健康的\n/)
})

test('HTML in a dump stays text', () => {
  const [dump] = CASES['sdp-damaged']
  const evil = {
    ...dump,
    lines: dump.lines.map((line) =>
      line.name === 'setRemoteDescriptionOnFailure'
        ? {
            ...line,
            value: { name: 'x', message: 'Failed to parse SessionDescription. <img src=x onerror=alert(1)>' },
          }
        : line,
    ),
  }
  const json = toJson(diagnose([evil]), [evil], 'en')
  expect(JSON.parse(JSON.stringify(json))).toMatchObject({ verdicts: [{ fault: 'sdp-damaged' }] })
})
