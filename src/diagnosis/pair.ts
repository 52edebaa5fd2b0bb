import type { End } from '../../machines/steps'
import type { Applied } from './applied'
import { isLine, isWireOnly } from './applied'
import { readOutline } from './history'
import type { History } from './history'
import { ufragOf } from './paths'

/** What told that two connections are the ends of one call. */
export type PairedBy = 'ufrag' | 'fingerprint' | 'time'

/** The clock of the callee's file minus that of the caller's, in milliseconds, and how far it may be wrong. */
export interface ClockOffset {
  readonly by: number
  readonly error: number
}

/** A call: both ends, or the one that is in the files. */
export interface Call {
  readonly id: string
  readonly caller: History | null
  readonly callee: History | null
  readonly pairedBy: PairedBy | null
  /** null: both ends are in one file, or too little crossed to tell. */
  readonly offset: ClockOffset | null
  /** Whether the connection was negotiated with itself. */
  readonly isItself: boolean
}

interface Marks {
  readonly local: { ufrags: Set<string>; fingerprints: Set<string> }
  readonly remote: { ufrags: Set<string>; fingerprints: Set<string> }
}

/**
 * Joins connections into calls: what one end sets as its remote description was the local one of the other. ICE ufrags
 * are random for each session (RFC 8839 §5.4), fingerprints for each certificate (RFC 8122 §5), which an app may use
 * for several connections; so a fingerprint pairs only if it points to one connection, and back.
 */
export function pairCalls(histories: readonly History[]): Call[] {
  const marks = new Map(histories.map((history) => [history, marksOf(history)]))
  const taken = new Map<History, { other: History; by: PairedBy }>()
  const take = (a: History, b: History, by: PairedBy) => {
    taken.set(a, { other: b, by })
    taken.set(b, { other: a, by })
  }
  const itself = new Set(
    histories.filter((history) => {
      const mark = marks.get(history)
      return mark !== undefined && meet(mark.local.ufrags, mark.remote.ufrags) > 0
    }),
  )
  const free = () => histories.filter((history) => !taken.has(history) && !itself.has(history))
  // A log of the wire is a copy of an end, which the file of the end itself goes before.
  const ends = free().filter(({ lines }) => !isWireOnly(lines))
  pairByMarks(ends, marks, 'ufrags', (a, b) => take(a, b, 'ufrag'))
  pairByMarks(free(), marks, 'ufrags', (a, b) => take(a, b, 'ufrag'))
  pairByMarks(free(), marks, 'fingerprints', (a, b) => take(a, b, 'fingerprint'))
  for (const [a, b] of pairByTime(free(), marks)) take(a, b, 'time')
  const calls: Call[] = []
  const done = new Set<History>()
  for (const history of histories) {
    if (done.has(history)) continue
    const found = taken.get(history)
    done.add(history)
    if (found) done.add(found.other)
    calls.push(callOf(`call-${calls.length + 1}`, history, found ?? null, itself.has(history)))
  }
  return calls
}

/** The role of one end: as the file states it, else who made the first offer (RFC 9429 §3.2). */
export function roleOf({ connection, applied, lines }: History): End | null {
  if (connection.role !== null) return connection.role
  const offers = applied.filter(({ type }) => type === 'offer')
  const first = offers.find(({ outcome }) => outcome !== 'failed') ?? offers[0]
  if (first) return first.side === 'local' ? 'caller' : 'callee'
  const made = lines.find((line) => isLine(line, 'createOffer', 'createOfferOnSuccess', 'createAnswer'))
  if (made === undefined) return null
  return made.name === 'createAnswer' ? 'callee' : 'caller'
}

/** The other end of a call; null: it is in no file. */
export function otherOf(call: Call, history: History): History | null {
  if (call.caller === history) return call.callee
  return call.callee === history ? call.caller : null
}

function callOf(
  id: string,
  history: History,
  found: { other: History; by: PairedBy } | null,
  isItself: boolean,
): Call {
  if (found === null) {
    const isCallee = roleOf(history) === 'callee'
    const ends = isCallee ? { caller: null, callee: history } : { caller: history, callee: null }
    return { id, ...ends, pairedBy: null, offset: null, isItself }
  }
  const [caller, callee] = orderEnds(history, found.other)
  const offset = caller.dump === callee.dump ? null : estimateOffset(caller, callee)
  return { id, caller, callee, pairedBy: found.by, offset, isItself: false }
}

/** Both may have offered (glare): then the caller is whose offer was answered, else who offered first. */
function orderEnds(a: History, b: History): [caller: History, callee: History] {
  const [role, other] = [roleOf(a), roleOf(b)]
  if (role === 'caller' && other !== 'caller') return [a, b]
  if (other === 'caller' && role !== 'caller') return [b, a]
  if (role === 'callee' && other === null) return [b, a]
  const answered = (history: History) =>
    history.rounds.some(({ offer, answer }) => offer.side === 'local' && answer !== null)
  if (answered(a) !== answered(b)) return answered(a) ? [a, b] : [b, a]
  return (firstOffer(a)?.at ?? 0) <= (firstOffer(b)?.at ?? 0) ? [a, b] : [b, a]
}

function firstOffer({ applied }: History): Applied | undefined {
  return applied.find(({ type, side }) => type === 'offer' && side === 'local')
}

function marksOf(history: History): Marks {
  const marks: Marks = {
    local: { ufrags: new Set(), fingerprints: new Set() },
    remote: { ufrags: new Set(), fingerprints: new Set() },
  }
  const read = (side: 'local' | 'remote', sdp: string) => {
    if (sdp === '') return
    const { ufrag, fingerprint } = readOutline(sdp)
    if (ufrag !== null) marks[side].ufrags.add(ufrag)
    if (fingerprint !== null) marks[side].fingerprints.add(fingerprint.toLowerCase())
  }
  for (const { side, sdp } of history.applied) read(side, sdp)
  for (const line of history.lines)
    if (isLine(line, 'createOfferOnSuccess', 'createAnswerOnSuccess')) read('local', line.value.sdp)
  for (const { candidate, usernameFragment } of history.gathered)
    marks.local.ufrags.add(ufragOf(candidate) || (usernameFragment ?? ''))
  for (const { candidate } of history.added)
    marks.remote.ufrags.add(ufragOf(candidate.candidate) || (candidate.usernameFragment ?? ''))
  for (const side of [marks.local, marks.remote]) side.ufrags.delete('')
  return marks
}

/** The pairs with the most marks in common come first; the last partner wins where several answered one offer. */
function pairByMarks(
  free: readonly History[],
  marks: ReadonlyMap<History, Marks>,
  kind: 'ufrags' | 'fingerprints',
  take: (a: History, b: History) => void,
): void {
  const owners = new Map<string, History[]>()
  for (const history of free)
    for (const mark of marks.get(history)?.local[kind] ?? [])
      owners.set(mark, [...(owners.get(mark) ?? []), history])
  const places = new Map(free.map((history, place) => [history, place]))
  const placeOf = (history: History) => places.get(history) ?? 0
  const found = new Map<string, { a: History; b: History; count: number; order: number }>()
  free.forEach((history, order) => {
    for (const mark of marks.get(history)?.remote[kind] ?? []) {
      const those = (owners.get(mark) ?? []).filter((owner) => owner !== history)
      if (kind === 'fingerprints' && those.length !== 1) continue
      for (const owner of those) {
        const [a, b] = placeOf(owner) < order ? [owner, history] : [history, owner]
        const key = `${placeOf(a)} ${placeOf(b)}`
        const known = found.get(key)
        found.set(key, { a, b, count: (known?.count ?? 0) + 1, order })
      }
    }
  })
  const used = new Set<History>()
  for (const { a, b } of [...found.values()].sort((x, y) => y.count - x.count || y.order - x.order)) {
    if (used.has(a) || used.has(b)) continue
    used.add(a)
    used.add(b)
    take(a, b)
  }
}

/** Milliseconds that an offer may take to the other end, with clocks of two machines. */
const LONGEST_WAY = 30_000

/** Only where neither file has descriptions, and only if there is a single possibility. */
function pairByTime(free: readonly History[], marks: ReadonlyMap<History, Marks>): [History, History][] {
  const blank = free.filter((history) => {
    const mark = marks.get(history)
    return mark && mark.local.ufrags.size + mark.remote.ufrags.size === 0 && history.rounds.length > 0
  })
  const callers = blank.filter((history) => roleOf(history) === 'caller')
  const callees = blank.filter((history) => roleOf(history) === 'callee')
  const fits = (caller: History, callee: History) => {
    const [sent, received] = [caller.rounds[0]?.offer.at, callee.rounds[0]?.offer.at]
    if (sent == null || received == null || caller.rounds.length !== callee.rounds.length) return false
    const way = caller.dump === callee.dump ? received - sent : Math.abs(received - sent)
    return way >= 0 && way <= LONGEST_WAY
  }
  return callers.flatMap((caller): [History, History][] => {
    const partners = callees.filter((callee) => fits(caller, callee))
    const [callee] = partners
    if (callee === undefined || partners.length > 1) return []
    return callers.filter((other) => fits(other, callee)).length === 1 ? [[caller, callee]] : []
  })
}

/**
 * The difference of two clocks, from messages that crossed in both directions: the shortest way there and the shortest
 * way back, as NTP does it (RFC 5905 §8).
 */
function estimateOffset(caller: History, callee: History): ClockOffset | null {
  const there = shortestWay(caller, callee)
  const back = shortestWay(callee, caller)
  if (there === null || back === null) return null
  return { by: Math.round((there - back) / 2), error: Math.round(Math.abs(there + back) / 2) }
}

function shortestWay(from: History, to: History): number | null {
  const sent = new Map<string, number>()
  const note = (key: string, at: number | null) => {
    if (at !== null && key !== '' && !sent.has(key)) sent.set(key, at)
  }
  for (const { candidate, at } of from.gathered) note(candidate, at)
  for (const { side, type, sdp, at } of from.applied) if (side === 'local') note(keyOf(type, sdp), at)
  const ways = [
    ...to.added.map(({ candidate, at }) => [candidate.candidate, at] as const),
    ...to.applied
      .filter(({ side }) => side === 'remote')
      .map(({ type, sdp, at }) => [keyOf(type, sdp), at] as const),
  ].flatMap(([key, at]) => {
    const start = sent.get(key)
    return start === undefined || at === null ? [] : [at - start]
  })
  return ways.length === 0 ? null : Math.min(...ways)
}

/** A description gets candidates on its way, but keeps its o= line (RFC 8866 §5.2). */
function keyOf(type: string, sdp: string): string {
  const { session, version } = readOutline(sdp)
  return sdp === '' || session === null ? '' : `${type} ${session} ${version ?? ''}`
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((mark) => b.has(mark)).length
}
