import { describe, expect, test } from 'vitest'
import { describeChanges } from '../../../src/sdp/describeChanges'
import type { Change } from '../../../src/sdp/describeChanges'
import { readLines } from '../../../src/sdp/lines'
import { outlineOf } from '../../../src/sdp/outline'
import type { SectionOutline } from '../../../src/sdp/outline'
import { ENDS, FIXTURES, readFixture } from './fixtures'

const ALL = [...ENDS, ...FIXTURES]
const OFFERS = ALL.filter((name) => name.endsWith('offer'))
const ANSWERS = ALL.filter((name) => name.endsWith('answer'))
const side = (name: string, type: 'offer' | 'answer') => ({ type, lines: readLines(readFixture(name)) })

/** The codecs in a sentence: `VP8, H264 ×6`. */
const listed = ({ values }: Change) =>
  String(values?.['codecs'] ?? '').split(', ').map((one) => one.replace(/ ×\d+$/, '').toLowerCase()) // prettier-ignore
const named = ({ codecs }: SectionOutline) => codecs.map(({ name }) => name.toLowerCase())
const bare = (label: string) => label.replace(/ \(.*\)$/, '').replace(/\/\d.*$/, '').toLowerCase() // prettier-ignore

/** Sentences about one section that the two descriptions contradict. */
function lies(old: SectionOutline, now: SectionOutline, changes: readonly Change[]): string[] {
  const own = changes.filter(({ values }) => values?.['mid'] === now.mid)
  const found: string[] = []
  const of = (id: Change['id']) => own.filter((change) => change.id === id)
  if (now.isRejected && own.some(({ id }) => id !== 'rejected' && !id.startsWith('bundle'))) found.push('more is said of a rejected section') // prettier-ignore
  const lost = of('codecs.fewer').flatMap(listed)
  const gained = of('codecs.more').flatMap(listed)
  if (lost.some((codec) => gained.includes(codec))) found.push('a codec was lost and gained')
  for (const codec of lost.map(bare)) if (!named(old).includes(codec)) found.push(`${codec} was never there`)
  for (const codec of gained.map(bare)) if (!named(now).includes(codec)) found.push(`${codec} is not there`)
  for (const { values } of of('codecs.first'))
    if (values?.['from'] === values?.['to']) found.push('from X to X')
  for (const { id, values } of own.filter((change) => /^params\.(?:more|fewer|changed)$/.test(change.id))) {
    const codec = bare(String(values?.['codec']))
    if (!named(old).includes(codec) || !named(now).includes(codec)) found.push(`${id} of a codec that one side lacks`) // prettier-ignore
  }
  for (const { values } of of('direction.answer'))
    if (values?.['from'] !== old.direction || values['to'] !== now.direction) found.push('another direction') // prettier-ignore
  return found
}

describe.each(OFFERS)('%s', (offer) => {
  test.each(ANSWERS)('answered by %s: no sentence contradicts the two', (answer) => {
    const [left, right] = [side(offer, 'offer'), side(answer, 'answer')]
    const changes = describeChanges(left, right)
    const [before, after] = [outlineOf(left.lines), outlineOf(right.lines)]
    after.sections.forEach((now, at) => {
      const old = before.sections[at]
      if (old === undefined) return
      expect(lies(old, now, changes)).toEqual([])
      if (old.media !== now.media) expect(changes.some(({ id, values }) => id === 'media' && values?.['n'] === at + 1)).toBe(true) // prettier-ignore
    })
    if (changes.some(({ id }) => id === 'codecs.kept'))
      expect(changes.filter(({ id }) => id.startsWith('codecs.'))).toHaveLength(1)
  })
})

const PARAMETER = /^a=fmtp:\d+ (?!apt=).*=/m
const WITH_PARAMETERS = ENDS.filter((name) => PARAMETER.test(readFixture(name)))

test.each(WITH_PARAMETERS)(
  '%s: one parameter more is a sentence on parameters; no codec comes or goes',
  (name) => {
    const more = readFixture(name).replace(PARAMETER, (start) => start.replace(/ /, ' x-test=1; '))
    const changes = describeChanges(side(name, 'offer'), { type: 'offer', lines: readLines(more) })
    expect(changes.map(({ id }) => id)).toEqual(['params.more'])
  },
)
