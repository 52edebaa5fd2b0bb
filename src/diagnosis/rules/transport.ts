import { isLine } from '../applied'
import { connectivityOf } from '../connectivity'
import type { DumpReport } from '../dump'
import { proofOf, reportProof } from '../finding'
import type { Finding, Rule, View } from '../finding'
import { agoOf, readOutline } from '../history'
import type { History } from '../history'
import { firstTimeOf, reportsOf, textOf } from '../stats'
import { seconds } from './negotiation'

const HANDSHAKE = 10_000
/** A certificate is checked with the handshake, so a wrong one shows at once. */
const AT_ONCE = 5_000

/**
 * ICE found a path, and the DTLS handshake over it did not end, or the certificate is not the one of the description
 * (RFC 8827 §6.5, RFC 8122 §6.2; RTCDtlsTransportState, WebRTC §5.5.1).
 */
export const dtlsUnfinished: Rule = (view) => {
  const { history, state, other } = view
  if (!state.hasIce) return null
  const mismatch = other && fingerprintMismatch(history, other.history)
  const dtls = reportsOf(history.reports, 'transport').find((report) =>
    ['failed', 'connecting', 'new'].includes(textOf(report, 'dtlsState')),
  )
  const isFailed = failsUnderIce(view) || (dtls !== undefined && textOf(dtls, 'dtlsState') === 'failed')
  const ago = agoOf(history, state.iceUp?.at ?? null)
  const isStuck =
    !state.hasConnected &&
    history.close === null &&
    (history.connectionStates.length > 0 || dtls !== undefined) &&
    ago !== null &&
    ago >= HANDSHAKE
  if (!isFailed && !isStuck) return null
  // The other end has no path to answer on, so the handshake is not what failed.
  if (!mismatch && other && !other.state.hasIce && other.state.iceFailed !== null) return null
  if (state.hasConnected && !mismatch && !failsUnderIce(view)) return null
  return {
    step: 'set-remote-answer',
    certainty: isFailed ? 'proved' : 'likely',
    proof: [
      ...proofOf(history, mismatch?.received),
      ...(mismatch ? proofOf(other.history, mismatch.sent) : []),
      ...proofOf(history, state.iceUp?.seq, state.failed?.seq),
      ...(dtls ? reportProof(history, dtls.id) : []),
    ],
    ...(!mismatch && { missing: ['other-end'] as const }),
    facts: {
      variant: mismatch ? 'fingerprint' : isFailed ? 'failed' : 'stuck',
      seconds: seconds(ago),
    },
  }
}

/** The connection failed while ICE stayed connected: within seconds of the first connection, or instead of it. */
function failsUnderIce({ history, state }: View): boolean {
  const { failed, iceUp, up } = state
  if (failed === null || iceUp === null) return false
  const iceThen = history.ice.findLast(({ seq }) => seq <= failed.seq)?.value
  if (iceThen !== 'connected' && iceThen !== 'completed') return false
  if (!history.connectionStates.includes(failed)) return false
  if (up === null) return true
  return failed.at !== null && up.at !== null && failed.at - up.at <= AT_ONCE
}

function fingerprintMismatch(history: History, other: History): { received: number; sent: number } | null {
  for (const received of history.applied) {
    if (received.side !== 'remote' || received.sdp === '') continue
    const mine = readOutline(received.sdp)
    const sent = other.applied.find(
      ({ side, sdp }) => side === 'local' && sdp !== '' && readOutline(sdp).ufrag === mine.ufrag,
    )
    if (sent === undefined || mine.ufrag === null || mine.fingerprint === null) continue
    const { fingerprint } = readOutline(sent.sdp)
    if (fingerprint !== null && fingerprint.toLowerCase() !== mine.fingerprint.toLowerCase())
      return { received: received.seq, sent: sent.seq }
  }
  return null
}

/**
 * The path was lost and nobody asked for another one: ICE recovers from a change of network only by a restart (RFC 8445
 * §9; WebRTC §4.4.2, restartIce). An end that hung up without a word looks the same from the other one.
 */
export const lostWithoutRestart: Rule = (view) => {
  const { history, state, other } = view
  if (!state.hasConnected || state.isUp || otherEndLeft(view) || dtlsUnfinished(view)) return null
  const lost = state.failed ?? state.disconnected
  if (lost === null) return null
  const isFailed = state.failed !== null
  const closedAfter = history.close?.at != null && lost.at != null ? history.close.at - lost.at : null
  if (!isFailed && closedAfter !== null && closedAfter < CLOSED) return null
  const first = state.disconnected ?? lost
  if (isReplaced(view, first.at)) return null
  const restarts = history.lines.filter(
    (line) =>
      line.seq > (state.up?.seq ?? state.iceUp?.seq ?? -1) &&
      (isLine(line, 'restartIce') || (isLine(line, 'createOffer') && line.value.iceRestart === true)),
  )
  const round = history.rounds.at(-1)
  const isRestarted = changesUfrag(history)
  if (isRestarted && round?.answer) return null
  if (!isFailed) {
    const ago = history.close === null ? agoOf(history, lost.at) : closedAfter
    // `disconnected` often heals by itself within seconds.
    if (ago === null || ago < 15_000) return null
  }
  const isUnanswered = isRestarted && round?.answer === null
  return {
    step: 'set-remote-answer',
    certainty: isFailed && (other !== null || isUnanswered) ? 'proved' : 'likely',
    proof: proofOf(history, state.up?.seq, first.seq, state.failed?.seq, ...restarts.map(({ seq }) => seq)),
    ...(other === null && { missing: ['other-end'] as const }),
    facts: { variant: isUnanswered ? 'unanswered' : restarts.length > 0 ? 'not-offered' : 'none' },
  }
}

/** Milliseconds in which an app that gives up a connection makes a new one. */
const REPLACING = 60_000

/** Whether the page made a new connection after the loss, and that one works: many apps do so instead of a restart. */
function isReplaced({ history, siblings }: View, lostAt: number | null): boolean {
  return siblings.some((one) => {
    if (lostAt === null || one.startedAt === null) return false
    if (one === history || one.connection.page !== history.connection.page) return false
    const after = one.startedAt - lostAt
    return after >= 0 && after <= REPLACING && connectivityOf(one).hasConnected
  })
}

/** Whether the last local offer began a new generation of ICE (RFC 8839 §4.4.1.1.1). */
function changesUfrag({ applied }: History): boolean {
  const offers = applied.filter(
    ({ type, outcome, sdp }) => type === 'offer' && outcome === 'done' && sdp !== '',
  )
  const ufrags = new Set(offers.map(({ sdp, side }) => `${side} ${readOutline(sdp).ufrag ?? ''}`))
  const sides = new Set(offers.map(({ side }) => side))
  return ufrags.size > sides.size
}

/** Whether the other end hung up: its file says so, or the channel and the DTLS transport were closed first. */
export function otherEndLeft({ history, state, other }: View): boolean {
  if (other?.history.close) return true
  const lost = state.disconnected ?? state.failed
  const closed = history.lines.some(
    (line) => isLine(line, 'RTCDataChannel.onclose') && (lost === null || line.seq < lost.seq),
  )
  // This end closes both by its own close().
  const until =
    history.close === null ? Infinity : Math.min(history.close.at ?? -Infinity, lost?.at ?? Infinity)
  const isClosed = (report: DumpReport, name: string) =>
    textOf(report, name) === 'closed' && (firstTimeOf(report, name, 'closed') ?? Infinity) <= until
  const dtls = reportsOf(history.reports, 'transport').some((report) => isClosed(report, 'dtlsState'))
  const channels = reportsOf(history.reports, 'data-channel')
  const isShut = channels.length > 0 && channels.every((channel) => isClosed(channel, 'state'))
  return closed || dtls || isShut
}

const CLOSED = 1_000

/**
 * The app closed the connection as soon as it was `disconnected`, which often heals by itself; only `failed` is final
 * (WebRTC §4.3.3, RTCPeerConnectionState).
 */
export const closedEarly: Rule = (view): Finding | null => {
  const { history, state } = view
  const { disconnected, failed } = state
  const { close } = history
  if (close === null || disconnected === null || failed !== null || close.seq < disconnected.seq) return null
  // Clocks of two files differ, so there an end that closed too counts as the one that left.
  const other = view.other?.history
  if (other?.close && (other.dump !== history.dump || other.close.seq < close.seq)) return null
  const back = history.ice.some(
    ({ seq, value }) =>
      seq > disconnected.seq && seq < close.seq && (value === 'connected' || value === 'completed'),
  )
  if (back || close.at === null || disconnected.at === null) return null
  const after = close.at - disconnected.at
  if (after > CLOSED || after < 0) return null
  if (otherEndLeft({ ...view, other: null })) return null
  // Only the state of DTLS tells an end that hung up from a path that was lost. Old Safari has none.
  const hasDtls = history.connectionStates.length > 0 || reportsOf(history.reports, 'transport').length > 0
  return {
    step: 'set-remote-answer',
    certainty: hasDtls ? 'proved' : 'open',
    proof: proofOf(history, disconnected.seq, close.seq),
    ...(!hasDtls && { missing: ['other-end'] as const }),
    facts: { seconds: seconds(after) },
  }
}
