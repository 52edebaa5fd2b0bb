import type notes from '../../lessons/sdp/en.json'
import { parseCandidate } from '../ice/candidate'
import type { SdpOutline, SectionOutline } from './outline'
import { outlineOf } from './outline'
import { joinLines } from './lines'
import type { SdpLine } from './lines'

/** One thing that changed between two descriptions. The words are in lessons/sdp/, by the same name. */
export interface Change {
  id: keyof typeof notes.changes
  values?: Record<string, string | number>
}

/** One side of a comparison. */
export interface Side {
  type: 'offer' | 'answer'
  lines: readonly SdpLine[]
}

/**
 * What differs between two descriptions, the telling things first. An offer and the other end's answer are read
 * as such: what was narrowed, and what each end writes for itself.
 */
export function describeChanges(left: Side, right: Side): Change[] {
  if (joinLines(left.lines) === joinLines(right.lines)) return [{ id: 'identical' }]
  const [before, after] = [outlineOf(left.lines), outlineOf(right.lines)]
  const isAnswer = left.type === 'offer' && right.type === 'answer' && before.session !== after.session
  const pairs = after.sections.flatMap((section, at) => {
    const old = before.sections[at]
    return old === undefined ? [] : [{ old, now: section }]
  })
  const codecs = pairs.flatMap(({ old, now }) => codecChanges(old, now))
  return [
    ...setupChange(before, after, isAnswer),
    ...(isAnswer && codecs.length === 0 ? [{ id: 'codecs.kept' } as const] : codecs),
    ...pairs.flatMap(({ old, now }) => directionChange(old, now, isAnswer)),
    ...bundleChanges(before, after, isAnswer),
    ...pairs.flatMap(({ old, now }) => extensionChanges(old, now)),
    ...pairs.flatMap(({ old, now }): Change[] =>
      old.port !== '0' && now.port === '0' ? [{ id: 'rejected', values: { mid: now.mid } }] : [],
    ),
    ...countChange('sections', after.sections.length - before.sections.length),
    ...(isAnswer ? [] : candidateChanges(before, after)),
    ...identityChanges(before, after, isAnswer),
  ]
}

function setupChange(before: SdpOutline, after: SdpOutline, isAnswer: boolean): Change[] {
  const [from, to] = [before.setup, after.setup]
  if (from === null || to === null || from === to) return []
  if (isAnswer && (to === 'active' || to === 'passive')) return [{ id: `setup.${to}` }]
  return [{ id: 'setup', values: { from, to } }]
}

function codecChanges(old: SectionOutline, now: SectionOutline): Change[] {
  const oldKeys = new Set(old.codecs.map(({ key }) => key))
  const newKeys = new Set(now.codecs.map(({ key }) => key))
  const lost = old.codecs.filter(({ key }) => !newKeys.has(key))
  const gained = now.codecs.filter(({ key }) => !oldKeys.has(key))
  const [from, to] = [old.codecs[0], now.codecs[0]]
  return [
    ...listChange('codecs.fewer', lost, now.mid),
    ...listChange('codecs.more', gained, now.mid),
    ...(from && to && from.key !== to.key
      ? [{ id: 'codecs.first', values: { mid: now.mid, from: from.name, to: to.name } } as const]
      : []),
  ]
}

function listChange(
  id: 'codecs.fewer' | 'codecs.more',
  codecs: readonly { name: string }[],
  mid: string,
): Change[] {
  if (codecs.length === 0) return []
  return [{ id, values: { mid, n: codecs.length, codecs: counted(codecs.map(({ name }) => name)) } }]
}

/** `VP8, H264 ×6` */
function counted(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, n]) => (n > 1 ? `${name} ×${String(n)}` : name)).join(', ')
}

function directionChange(old: SectionOutline, now: SectionOutline, isAnswer: boolean): Change[] {
  if (old.media === 'application' || (!isAnswer && old.direction === now.direction)) return []
  const values = { mid: now.mid, from: old.direction, to: now.direction }
  return [{ id: isAnswer ? 'direction.answer' : 'direction', values }]
}

function bundleChanges(
  { bundle: before }: SdpOutline,
  { bundle: after }: SdpOutline,
  isAnswer: boolean,
): Change[] {
  const lost = without(before, after)
  const gained = without(after, before)
  const changes: Change[] = []
  if (lost.length > 0) changes.push({ id: 'bundle.fewer', values: { mids: lost.join(', ') } })
  if (gained.length > 0) changes.push({ id: 'bundle.more', values: { mids: gained.join(', ') } })
  if (isAnswer && after.length > 1) changes.push({ id: 'bundle.kept', values: { mids: after.join(', ') } })
  return changes
}

function extensionChanges(old: SectionOutline, now: SectionOutline): Change[] {
  const lost = without(old.extensions, now.extensions).length
  const gained = without(now.extensions, old.extensions).length
  const changes: Change[] = []
  if (lost > 0) changes.push({ id: 'extensions.fewer', values: { mid: now.mid, n: lost } })
  if (gained > 0) changes.push({ id: 'extensions.more', values: { mid: now.mid, n: gained } })
  return changes
}

function countChange(what: 'sections', difference: number): Change[] {
  if (difference === 0) return []
  return [{ id: `${what}.${difference > 0 ? 'more' : 'fewer'}`, values: { n: Math.abs(difference) } }]
}

function candidateChanges(before: SdpOutline, after: SdpOutline): Change[] {
  const gained = without(after.candidates, before.candidates)
  const lost = without(before.candidates, after.candidates)
  const changes: Change[] = []
  if (gained.length > 0) changes.push({ id: 'candidates.more', values: typesOf(gained) })
  if (lost.length > 0) changes.push({ id: 'candidates.fewer', values: typesOf(lost) })
  const wasPlaceholder = before.sections.some(
    ({ port }, at) => port === '9' && !/^[09]$/.test(after.sections[at]?.port ?? '9'),
  )
  if (wasPlaceholder) changes.push({ id: 'default' })
  return changes
}

function typesOf(candidates: readonly string[]): { n: number; types: string } {
  return { n: candidates.length, types: counted(candidates.map((line) => parseCandidate(line)?.type ?? '?')) }
}

function identityChanges(before: SdpOutline, after: SdpOutline, isAnswer: boolean): Change[] {
  if (isAnswer || before.session !== after.session) return [{ id: 'own' }]
  const changes: Change[] = []
  if (before.ufrag !== after.ufrag && before.fingerprint === after.fingerprint)
    changes.push({ id: 'restart' })
  const [from, to] = [before.version, after.version]
  if (from !== to && from !== null && to !== null) changes.push({ id: 'version', values: { from, to } })
  return changes
}

/** What one list has and another lacks; by a set, as a hostile description may list 100,000. */
function without(one: readonly string[], other: readonly string[]): string[] {
  const found = new Set(other)
  return one.filter((item) => !found.has(item))
}
