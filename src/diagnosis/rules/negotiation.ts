import { isLine } from '../applied'
import type { Applied } from '../applied'
import { connectivityOf } from '../connectivity'
import { proofOf } from '../finding'
import type { Finding, Rule, View } from '../finding'
import { agoOf, isTextOnly, lastApplied, readOutline } from '../history'
import type { History } from '../history'

/** A person may take half a minute to pick up; a program answers at once. */
const PATIENCE = 30_000
const NEGOTIATING = 2_000
const ON_ITS_WAY = 1_000

/**
 * An offer waits and no answer comes, or an offer came and was never answered (RFC 9429 §3.2; JSEP has no timer). It is
 * proved where the other end's file has the answer that never arrived; a call that still rings stays open.
 */
export const neverAnswered: Rule = (view) => offerWaits(view) ?? answerNotMade(view)

function offerWaits(view: View): Finding | null {
  const { history, other } = view
  const round = history.rounds.at(-1)
  if (!round || round.answer !== null || round.isRolledBack || round.offer.side !== 'local') return null
  if (history.lastSignaling !== 'have-local-offer' && history.close === null) return null
  const { offer } = round
  const refused = history.applied.some(
    ({ seq, side, type, outcome }) =>
      seq > offer.seq && side === 'remote' && type === 'answer' && outcome !== 'done',
  )
  if (refused) return null
  const made = other && answerTo(offer, other.history)
  const ago = agoOf(history, offer.at)
  const isGlare = other?.history.lastSignaling === 'have-local-offer'
  if (
    !made &&
    !isGlare &&
    history.close === null &&
    ago !== null &&
    ago < NEGOTIATING &&
    isGathering(history)
  )
    return null
  const base = { proof: [...proofOf(history, offer.seq), ...(made ? proofOf(other.history, made.seq) : [])] }
  const facts = { seconds: seconds(ago), variant: made ? 'answer-lost' : isGlare ? 'glare' : 'waiting' }
  // A later offer that nobody answered leaves the call as it was.
  const isLater = history.rounds.some(({ answer }) => answer !== null)
  if (made) {
    const isOnItsWay = history.close === null && (agoOf(other.history, made.at) ?? Infinity) < ON_ITS_WAY
    return { ...base, step: 'receive-answer', certainty: isOnItsWay ? 'open' : 'proved', facts }
  }
  // A connection without an answer beside one that works may be a probe, or a call that still rings.
  const isAside = view.siblings.some((one) => one !== history && connectivityOf(one).hasConnected)
  const waited = history.close !== null || (isAside && !isLater) ? null : ago
  const certainty = waited !== null && waited >= PATIENCE ? 'likely' : 'open'
  return {
    ...base,
    step: isLater ? 'set-remote-answer' : 'send-offer',
    certainty,
    missing: ['other-end', 'wire-log'],
    facts,
  }
}

function answerNotMade({ history, other }: View): Finding | null {
  const round = history.rounds.at(-1)
  if (!round || round.answer !== null || round.isRolledBack || round.offer.side !== 'remote') return null
  const ago = agoOf(history, round.offer.at)
  const answers = history.lines.some(
    (line) =>
      line.seq > round.offer.seq && isLine(line, 'createAnswerOnFailure', 'setLocalDescriptionOnFailure'),
  )
  if (answers || history.lastSignaling !== 'have-remote-offer' || !history.covers.has('calls')) return null
  if (ago === null || ago < PATIENCE) return null
  // The other end may be the one that a file shows to have gone on.
  if (other?.history.close) return null
  return {
    step: 'create-answer',
    certainty: 'likely',
    proof: proofOf(history, round.offer.seq),
    missing: ['page-code'],
    facts: { seconds: seconds(ago), variant: 'not-made' },
  }
}

function answerTo(offer: Applied, other: History): Applied | null {
  const received = other.applied.findLast(
    ({ side, type, sdp, outcome }) =>
      side === 'remote' &&
      type === 'offer' &&
      outcome === 'done' &&
      (sdp === '' || offer.sdp === '' || readOutline(sdp).version === readOutline(offer.sdp).version),
  )
  if (received === undefined) return null
  return (
    other.applied.find(
      ({ seq, side, type, outcome }) =>
        seq > received.seq && side === 'local' && type === 'answer' && outcome === 'done',
    ) ?? null
  )
}

function isGathering({ gathering }: History): boolean {
  return gathering.at(-1)?.value !== 'complete'
}

/**
 * An offer without a media section: nothing was added before it, so ICE has nothing to transport and no candidate is
 * ever gathered (RFC 9429 §5.2.1).
 */
export const nothingToNegotiate: Rule = ({ history, state }) => {
  const empty = history.applied.findLast(
    ({ type, sdp, outcome }) =>
      type === 'offer' && outcome !== 'failed' && sdp.startsWith('v=') && !/^m=/m.test(sdp),
  )
  if (empty === undefined || state.hasChecked) return null
  const later = history.applied.some(({ seq, sdp }) => seq > empty.seq && /^m=/m.test(sdp))
  if (later) return null
  return {
    step: 'add-tracks',
    // A text may be cut off before its first section.
    certainty: isTextOnly(history) ? 'likely' : 'proved',
    proof: proofOf(history, empty.seq),
    ...(isTextOnly(history) && { missing: ['descriptions'] as const }),
    facts: { state: state.lastIce || 'new' },
  }
}

const SETTLING = 5_000

/**
 * Something was added, or a restart was asked for, in a call that was negotiated, and no offer followed (WebRTC §4.7.3).
 * An offer of the other end would have carried it too, so both sides count. While a call is young it may still come.
 */
export const neverNegotiated: Rule = (view) => {
  const { history } = view
  const pending = pendingChange(history)
  if (pending === null || pending.kind === 'channel') return null
  const ago = agoOf(history, pending.at)
  const isSettled = history.close !== null || (ago !== null && ago >= SETTLING)
  const isAsked = pending.needed !== null
  return {
    step: 'set-remote-answer',
    certainty: isAsked ? (isSettled ? 'proved' : 'likely') : 'open',
    proof: proofOf(history, pending.seq, pending.needed),
    ...(!isSettled && { missing: ['longer-dump'] as const }),
    facts: { variant: pending.kind, seconds: seconds(ago) },
  }
}

/** The last thing that was added after the last negotiation and is in no description. */
export function pendingChange(
  history: History,
): { kind: 'track' | 'channel' | 'restart'; seq: number; at: number | null; needed: number | null } | null {
  const round = history.rounds.at(-1)
  if (!history.covers.has('calls') || !round || round.answer === null) return null
  if (history.rounds.length === 1 && round.isRolledBack) return null
  const offered = Math.max(
    lastApplied(history, 'local', 'offer')?.seq ?? -1,
    lastApplied(history, 'local', 'answer')?.seq ?? -1,
  )
  const later = history.lines.filter(({ seq }) => seq > offered)
  const needed =
    later.findLast((line) => isLine(line, 'onnegotiationneeded') && line.seq > (round.answer?.seq ?? -1))
      ?.seq ?? null
  if (later.some((line) => isLine(line, 'createOffer', 'setLocalDescription'))) return null
  // Where the event is recorded, an addition without it needs no negotiation.
  const isTold = needed !== null || !history.lines.some(({ name }) => name === 'onnegotiationneeded')
  for (const line of later) {
    const { seq, at } = line
    if (isLine(line, 'restartIce') && needed !== null) return { kind: 'restart', seq, at, needed }
    if (!isTold) continue
    if (isLine(line, 'addTrack')) return { kind: 'track', seq, at, needed }
    if (isLine(line, 'addTransceiver') && isOwn(line.value.cause)) return { kind: 'track', seq, at, needed }
    if (isLine(line, 'createDataChannel') && !hasChannels(round.answer))
      return { kind: 'channel', seq, at, needed }
  }
  return null
}

/** `setRemoteDescription()` adds transceivers too. */
function isOwn(cause: string | undefined): boolean {
  return cause === undefined || /^add/.test(cause)
}

/** Further channels share the section of the first one, and need no offer (RFC 8831 §6). */
export function hasChannels(description: Applied | null): boolean {
  if (description === null || description.sdp === '') return true
  return readOutline(description.sdp).sections.some((one) => one.hasDataChannels && !one.isRejected)
}

export function seconds(ms: number | null): string {
  return ms === null ? '?' : String(Math.round(ms / 100) / 10)
}
