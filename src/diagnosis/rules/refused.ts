import { isWireOnly } from '../applied'
import { proofOf, stepOfSet } from '../finding'
import type { Finding, Rule, View } from '../finding'
import { isTextOnly, lastApplied, readOutline } from '../history'
import type { History } from '../history'
import { ufragOf } from '../paths'
import { refusalsOf } from '../refusals'
import type { Refusal, RefusalFault } from '../refusals'

/**
 * A candidate was added before the remote description, and is lost (RFC 9429 §4.1.19; WebRTC §4.4.1.6). A candidate of
 * an offer that perfect negotiation ignored is refused in the same words (WebRTC §10.7): its ufrag is in no description
 * that was ever set, so it blames nobody.
 */
export const earlyCandidate: Rule = ({ history, state }) => {
  const early = earlyCandidates(history).filter((one) => !isOfIgnoredOffer(history, one))
  if (early.length === 0) return null
  return {
    step: history.rounds[0]?.offer.side === 'local' ? 'set-remote-answer' : 'set-remote-offer',
    certainty: 'proved',
    proof: proofOf(history, ...early.slice(0, 5).map(({ seq }) => seq), lastApplied(history, 'remote')?.seq),
    facts: {
      error: early[0]?.problem.message ?? '',
      count: String(early.length),
      ...(state.hasConnected && { harmless: 'yes' }),
      // Others were added later, and one is enough.
      ...(history.added.some(({ problem }) => problem === null) && { partial: 'yes' }),
    },
  }
}

/** Candidates that were refused because no remote description was there. */
export function earlyCandidates(history: History): Refusal[] {
  const first = history.applied.find(({ side, outcome }) => side === 'remote' && outcome === 'done')
  const byText = refusalsOf(history).filter(
    ({ method, fault }) => method === 'addIceCandidate' && fault === 'early-candidate',
  )
  if (byText.length > 0 || first === undefined) return byText
  // A dump may leave the text out.
  return refusalsOf(history).filter(
    ({ method, seq, problem }) => method === 'addIceCandidate' && seq < first.seq && problem.message === '',
  )
}

/** Whether the candidate belongs to an offer that this end, waiting for an answer to its own, never set. */
export function isOfIgnoredOffer(history: History, { seq }: Refusal): boolean {
  const waits = history.applied.findLast((one) => one.seq < seq && one.outcome === 'done')
  if (waits?.side !== 'local' || waits.type !== 'offer') return false
  const candidate = history.added.findLast((one) => one.problem !== null && one.seq <= seq)?.candidate
  const ufrag = candidate ? ufragOf(candidate.candidate) || (candidate.usernameFragment ?? '') : ''
  const set = history.applied.filter(({ side, sdp }) => side === 'remote' && sdp !== '')
  return ufrag !== '' && set.length > 0 && !set.some(({ sdp }) => readOutline(sdp).ufrag === ufrag)
}

/** The sections of an answer or of a later offer stand in another order than before (RFC 9429 §5.2.2, §5.3.1). */
export const sectionsOutOfOrder: Rule = (view) => refusedAs(view, 'sections-out-of-order') ?? otherKinds(view)

/** Texts without a call: the kinds of the answer's sections are not those of the offer's. */
function otherKinds({ history }: View): Finding | null {
  if (!isTextOnly(history)) return null
  const kinds = ({ sdp }: { sdp: string }) =>
    readOutline(sdp)
      .sections.map(({ media }) => media)
      .join(' ')
  const round = history.rounds.find(({ offer, answer }) => answer !== null && kinds(offer) !== kinds(answer))
  if (!round?.answer) return null
  return {
    step: stepOfSet(round.answer.side, 'answer'),
    certainty: 'proved',
    proof: proofOf(history, round.offer.seq, round.answer.seq),
    facts: { variant: 'kinds', offered: kinds(round.offer), answered: kinds(round.answer) },
  }
}

/**
 * The DTLS roles clash: an answer says `actpass`, or a later one swaps the roles while the transport stays (RFC 8842
 * §5.3, §5.5).
 */
export const dtlsRoles: Rule = (view) => {
  const refused = refusedAs(view, 'dtls-roles')
  if (refused) return refused
  const { history, state } = view
  const answer = history.applied.find(
    ({ type, sdp, outcome }) => type === 'answer' && outcome === 'done' && /^a=setup:actpass/m.test(sdp),
  )
  // Some ends read it as one of the two, and connect.
  const isStuck = isTextOnly(history) || isWireOnly(history.lines) || (state.hasIce && !state.hasConnected)
  if (answer === undefined || !isStuck) return null
  return {
    step: stepOfSet(answer.side, 'answer'),
    certainty: isTextOnly(history) ? 'proved' : 'likely',
    proof: proofOf(history, answer.seq),
    facts: { variant: 'actpass' },
  }
}

/**
 * A description was changed on its way or by the app, so that it cannot be read, or names other credentials than the
 * end that made it (RFC 8866 §9; RFC 8839 §5.4). What the other end's file has proves the second kind.
 */
export const sdpDamaged: Rule = (view) => refusedAs(view, 'sdp-damaged') ?? changedOnItsWay(view)

/** The first refusal of a kind. A second attempt that succeeded, in a call that connected, does no harm. */
function refusedAs({ history, state }: View, fault: RefusalFault): Finding | null {
  const refusals = refusalsOf(history).filter((one) => one.fault === fault)
  const [first] = refusals
  if (first === undefined) return null
  const applied = history.applied.find(
    ({ outcome, problem }) => outcome === 'failed' && problem?.message === first.problem.message,
  )
  return {
    step: applied ? stepOfSet(applied.side, applied.type) : stepOfMethod(first.method, history),
    certainty: 'proved',
    proof: proofOf(history, applied?.seq, ...refusals.slice(0, 5).map(({ seq }) => seq)),
    facts: {
      error: first.problem.message,
      method: first.method,
      ...((state.isUp || (state.hasConnected && isHealed(history, first))) && { harmless: 'yes' }),
    },
  }
}

function stepOfMethod(method: string, history: History) {
  if (method === 'createOffer') return 'create-offer'
  if (method === 'createAnswer') return 'create-answer'
  const isCaller = history.rounds[0]?.offer.side === 'local'
  if (method === 'setLocalDescription') return isCaller ? 'set-local-offer' : 'set-local-answer'
  return isCaller ? 'set-remote-answer' : 'set-remote-offer'
}

function isHealed({ applied }: History, { seq }: Refusal): boolean {
  return applied.some((one) => one.seq > seq && one.outcome === 'done')
}

function changedOnItsWay({ history, other, state }: View): Finding | null {
  if (other === null || state.hasConnected) return null
  const remote = history.applied.filter(
    ({ side, sdp, type }) => side === 'remote' && sdp !== '' && type !== 'rollback',
  )
  for (const received of remote) {
    const sent = other.history.applied.find(
      ({ side, sdp }) => side === 'local' && sdp !== '' && marks(sdp).ufrag === marks(received.sdp).ufrag,
    )
    if (sent === undefined) continue
    const [a, b] = [marks(sent.sdp), marks(received.sdp)]
    if (a.pwd === null || b.pwd === null || a.pwd === b.pwd) continue
    return {
      step: stepOfSet('remote', received.type),
      certainty: 'proved',
      proof: [...proofOf(other.history, sent.seq), ...proofOf(history, received.seq)],
      facts: { changed: 'a=ice-pwd', variant: 'changed' },
    }
  }
  return null
}

function marks(sdp: string): { ufrag: string | null; pwd: string | null } {
  const value = (name: string) => new RegExp(`^a=${name}:(\\S+)`, 'm').exec(sdp)?.[1] ?? null
  return { ufrag: value('ice-ufrag'), pwd: value('ice-pwd') }
}
