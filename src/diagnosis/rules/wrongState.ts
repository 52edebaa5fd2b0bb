import { isLine } from '../applied'
import type { Applied } from '../applied'
import { proofOf, stepOfSet } from '../finding'
import type { Finding, Rule, View } from '../finding'
import { readOutline } from '../history'
import { refusalsOf } from '../refusals'

/**
 * A method was called in a signaling state that does not allow it: mostly an answer in `stable`, because it came twice,
 * came from a second peer, or because the offer was never set (RFC 9429 §4.1.8, §4.1.10; WebRTC §4.4.1.5). The refusal
 * proves it. An offer that was sent but never set proves it too, if the other end's file shows that it arrived.
 */
export const wrongState: Rule = (view) => refusedByState(view) ?? offerNeverSet(view)

function refusedByState({ history, state }: View): Finding | null {
  const refusals = refusalsOf(history).filter(({ fault }) => fault === 'wrong-state')
  const [first] = refusals
  if (first === undefined) return null
  const applied = history.applied.find(
    ({ outcome, problem }) => outcome === 'failed' && problem?.message === first.problem.message,
  )
  const before = applied ? earlierOne(history.applied, applied) : null
  return {
    step: stepOf(first.method, applied),
    certainty: 'proved',
    proof: proofOf(history, before?.seq, applied?.seq, ...refusals.slice(0, 5).map(({ seq }) => seq)),
    facts: {
      error: first.problem.message,
      method: first.method,
      variant: applied ? variantOf(history.applied, applied) : 'other',
      ...(state.hasConnected && { harmless: 'yes' }),
    },
  }
}

function stepOf(method: string, applied: Applied | undefined) {
  if (method === 'createOffer') return 'create-offer'
  if (method === 'createAnswer') return 'create-answer'
  if (applied) return stepOfSet(applied.side, applied.type)
  return method === 'setLocalDescription' ? 'set-local-answer' : 'set-remote-answer'
}

function earlierOne(applied: readonly Applied[], failed: Applied): Applied | null {
  return (
    applied.findLast(
      ({ seq, side, type, outcome }) =>
        seq < failed.seq && side === failed.side && type === failed.type && outcome === 'done',
    ) ?? null
  )
}

/** duplicate: the same answer was set before; second-peer: another one was; not-set: no local offer was ever set. */
function variantOf(applied: readonly Applied[], failed: Applied): string {
  if (failed.type !== 'answer' || failed.side !== 'remote') return 'other'
  const before = applied.filter(({ seq, outcome }) => seq < failed.seq && outcome === 'done')
  const earlier = earlierOne(applied, failed)
  const ufrag = (one: Applied) => (one.sdp === '' ? null : readOutline(one.sdp).ufrag)
  if (before.at(-1)?.side === 'local' && before.at(-1)?.type === 'answer') return 'glare'
  if (earlier) return ufrag(earlier) === ufrag(failed) ? 'duplicate' : 'second-peer'
  return before.some(({ side, type }) => side === 'local' && type === 'offer') ? 'other' : 'not-set'
}

function offerNeverSet({ history, other }: View): Finding | null {
  if (other === null || history.applied.some(({ side, type }) => side === 'local' && type === 'offer'))
    return null
  const created = history.lines.findLast((line) => isLine(line, 'createOfferOnSuccess'))
  if (created?.name !== 'createOfferOnSuccess') return null
  const { ufrag } = readOutline(created.value.sdp)
  const arrived = other.history.applied.find(
    ({ side, type, sdp }) =>
      side === 'remote' && type === 'offer' && sdp !== '' && readOutline(sdp).ufrag === ufrag,
  )
  if (ufrag === null || arrived === undefined) return null
  return {
    step: 'set-local-offer',
    certainty: 'proved',
    proof: [...proofOf(history, created.seq), ...proofOf(other.history, arrived.seq)],
    facts: { variant: 'not-set', method: 'setLocalDescription' },
  }
}
