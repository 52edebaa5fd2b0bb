import type notes from '../../lessons/sdp/en.json'
import { parseCandidate } from '../ice/candidate'
import { codecChanges, counted } from './codecChanges'
import type { SdpOutline, SectionOutline } from './outline'
import { outlineOf } from './outline'
import { joinLines } from './lines'
import type { SdpLine } from './lines'

/** One difference between two descriptions. The words are in lessons/sdp/, by the same name. */
export interface Change {
  id: keyof typeof notes.changes
  values?: Record<string, string | number>
}

/** One side of a comparison. */
export interface ComparedDescription {
  type: 'offer' | 'answer' | 'pranswer'
  lines: readonly SdpLine[]
}

/**
 * The differences between two descriptions, the important ones first. An offer and the other end's answer are compared
 * as such: what the answer narrows, and what each end writes for itself.
 */
export function describeChanges(left: ComparedDescription, right: ComparedDescription): Change[] {
  if (joinLines(left.lines) === joinLines(right.lines)) return [{ id: 'identical' }]
  const [before, after] = [outlineOf(left.lines), outlineOf(right.lines)]
  const isAnswer = left.type === 'offer' && right.type === 'answer' && before.session !== after.session
  const pairs = after.sections.flatMap((section, at) => {
    const old = before.sections[at]
    return old === undefined ? [] : [{ old, now: section }]
  })
  // Nothing else is compared in a section that is rejected, or that has another kind.
  const live = pairs.filter(({ old, now }) => old.media === now.media && !old.isRejected && !now.isRejected)
  const compared = live.map(({ old, now }) => codecChanges(old, now))
  const codecs = compared.flatMap((change) => change.codecs)
  const isKept = isAnswer && codecs.length === 0 && live.some(({ now }) => now.codecs.length > 0)
  const changes: Change[] = [
    ...setupChange(before, after, isAnswer),
    ...mediaChanges(before, after),
    ...(isKept ? [{ id: 'codecs.kept' } as const] : codecs),
    ...compared.flatMap(({ parameters }) => parameters),
    ...live.flatMap(({ old, now }) => directionChange(old, now, isAnswer)),
    ...bundleChanges(before, after, isAnswer),
    ...live.flatMap(({ old, now }) => extensionChanges(old, now)),
    ...pairs.flatMap(({ old, now }) => portChange(old, now, isAnswer)),
    ...countChange('sections', after.sections.length - before.sections.length),
    ...(before.session === after.session ? candidateChanges(before, after) : []),
    ...identityChanges(before, after, isAnswer),
  ]
  return changes.length > 0 ? changes : [{ id: 'nothing' }]
}

function setupChange(before: SdpOutline, after: SdpOutline, isAnswer: boolean): Change[] {
  const [from, to] = [before.setup, after.setup]
  if (from === null || to === null || from === to) return []
  if (isAnswer && (to === 'active' || to === 'passive')) return [{ id: `setup.${to}` }]
  return [{ id: 'setup', values: { from, to } }]
}

function mediaChanges({ sections: before }: SdpOutline, { sections: after }: SdpOutline): Change[] {
  return after.flatMap(({ media }, at): Change[] => {
    const from = before[at]?.media
    return from === undefined || from === media
      ? []
      : [{ id: 'media', values: { n: at + 1, from, to: media } }]
  })
}

function portChange(old: SectionOutline, now: SectionOutline, isAnswer: boolean): Change[] {
  if (old.isRejected === now.isRejected) return []
  if (now.isRejected) return [{ id: 'rejected', values: { mid: now.mid } }]
  return isAnswer ? [] : [{ id: 'revived', values: { mid: now.mid } }]
}

function directionChange(old: SectionOutline, now: SectionOutline, isAnswer: boolean): Change[] {
  if (now.hasDataChannels || (!isAnswer && old.direction === now.direction)) return []
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
  if (isAnswer && after.length > 1 && gained.length === 0)
    changes.push({ id: 'bundle.kept', values: { mids: after.join(', ') } })
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
  // After an ICE restart the old candidates are no longer valid.
  if (before.ufrag !== after.ufrag && gained.length > 0 && lost.length > 0)
    changes.push({ id: 'candidates.new', values: typesOf(after.candidates) })
  else {
    if (gained.length > 0) changes.push({ id: 'candidates.more', values: typesOf(gained) })
    if (lost.length > 0) changes.push({ id: 'candidates.fewer', values: typesOf(lost) })
  }
  const hasDefault = after.sections.some(
    ({ port, candidatePorts }, at) =>
      before.sections[at]?.port === '9' && port !== '9' && candidatePorts.has(port),
  )
  if (hasDefault) changes.push({ id: 'default' })
  return changes
}

function typesOf(candidates: readonly string[]): { n: number; types: string } {
  return { n: candidates.length, types: counted(candidates.map((line) => parseCandidate(line)?.type ?? '?')) }
}

function identityChanges(before: SdpOutline, after: SdpOutline, isAnswer: boolean): Change[] {
  if (isAnswer || before.session !== after.session) return [{ id: 'own' }]
  const changes: Change[] = []
  const isUfragNew = before.ufrag !== null && after.ufrag !== null && before.ufrag !== after.ufrag
  if (isUfragNew && before.fingerprint !== null && before.fingerprint === after.fingerprint)
    changes.push({ id: 'restart' })
  const [from, to] = [before.version, after.version]
  if (from !== to && from !== null && to !== null) changes.push({ id: 'version', values: { from, to } })
  return changes
}

/** The items of one list that another lacks. Uses a set, because a hostile description may list 100,000. */
function without(one: readonly string[], other: readonly string[]): string[] {
  const found = new Set(other)
  return one.filter((item) => !found.has(item))
}
