import { isLine } from '../applied'
import { connectivityOf } from '../connectivity'
import { proofOf, reportProof } from '../finding'
import type { Finding, Rule, View } from '../finding'
import { agoOf, lastApplied, readOutline } from '../history'
import { numberOf, reportsOf, textOf } from '../stats'
import { hasChannels, pendingChange, seconds } from './negotiation'

/** A conference of all with all may have some dozens; each that works is in use. */
const MANY = 10
const VERY_MANY = 40
const LEFT_OVER = 30_000

/**
 * Connections that are of no use any more are never closed: each keeps ports, threads and encoders, and Chromium refuses
 * further ones at about 500 (WebRTC §4.4.2, close). Connections that work are not counted.
 */
export const connectionsLeaked: Rule = ({ history, siblings }) => {
  const open = siblings.filter((one) => one.close === null && one.connection.page === history.connection.page)
  // One of them speaks for all.
  if (open.length < MANY || open[0] !== history) return null
  const dead = open.filter(isUseless)
  const idle = open.filter((one) => !connectivityOf(one).hasChecked)
  const leaked = idle.length >= VERY_MANY ? idle : dead
  if (leaked.length < MANY) return null
  return {
    step: 'add-tracks',
    certainty: 'likely',
    proof: leaked.slice(0, 10).flatMap((one) => proofOf(one, one.lines[0]?.seq)),
    missing: ['page-code'],
    facts: { count: String(leaked.length), all: String(siblings.length) },
  }
}

function isUseless(history: View['history']): boolean {
  const ago = agoOf(history, history.lines.at(-1)?.at ?? null)
  return !connectivityOf(history).isUp && ago !== null && ago >= LEFT_OVER
}

/**
 * A data channel was created and never opened: no `m=application` was negotiated, because it was created after the offer
 * and none followed, or because the answer rejected it (RFC 8831 §6.4, RFC 8841 §5; RFC 9429 §5.2.1).
 */
export const channelNeverOpens: Rule = (view) => withoutSection(view) ?? stuckChannel(view)

function withoutSection({ history, state }: View): Finding | null {
  const created = history.lines.find((line) => isLine(line, 'createDataChannel'))
  if (created?.name !== 'createDataChannel' || isOpen(history)) return null
  const round = history.rounds.findLast(({ answer }) => answer !== null)
  if (!round?.answer || round.answer.sdp === '' || hasChannels(round.answer)) return null
  const offered = hasChannels(round.offer)
  const pending = pendingChange(history)
  const isNew = created.seq > round.offer.seq
  // An offer that is under way carries it.
  if (
    !offered &&
    (lastApplied(history, 'local', 'offer')?.seq ?? -1) > Math.max(round.answer.seq, created.seq)
  )
    return null
  if (!offered && isNew && pending?.kind !== 'channel') return null
  const ago = agoOf(history, created.at)
  const isSettled = history.close !== null || (ago !== null && ago >= 5_000)
  return {
    step: offered ? 'set-remote-answer' : 'add-tracks',
    certainty: offered || isSettled || (pending?.needed ?? null) !== null ? 'proved' : 'likely',
    proof: proofOf(history, created.seq, round.answer.seq, pending?.needed),
    facts: {
      label: created.value.label,
      variant: offered ? 'rejected' : 'no-section',
      state: state.lastConnection,
      seconds: seconds(ago),
    },
  }
}

function isOpen(history: View['history']): boolean {
  const events = history.lines.some((line) => isLine(line, 'RTCDataChannel.onopen', 'ondatachannel'))
  return (
    events || reportsOf(history.reports, 'data-channel').some((report) => textOf(report, 'state') === 'open')
  )
}

/** Negotiated, and still `connecting` long after the connection was up. */
function stuckChannel({ history, state }: View): Finding | null {
  const channels = reportsOf(history.reports, 'data-channel')
  const stuck = channels.find((report) => textOf(report, 'state') === 'connecting')
  const ago = agoOf(history, state.up?.at ?? null)
  if (!stuck || !state.isUp || isOpen(history) || ago === null || ago < 10_000) return null
  const used = channels.some((report) => (numberOf(report, 'messagesReceived') ?? 0) > 0)
  const offer = lastApplied(history, 'local')?.sdp ?? ''
  if (used || (offer !== '' && !readOutline(offer).sections.some((one) => one.hasDataChannels))) return null
  return {
    step: 'set-remote-answer',
    certainty: 'likely',
    proof: reportProof(history, stuck.id),
    missing: ['other-end'],
    facts: { label: textOf(stuck, 'label'), variant: 'connecting', seconds: seconds(ago) },
  }
}
