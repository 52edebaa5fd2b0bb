import { isTurnUrl } from '../ice/serverUrl'
import { ofType } from './addressScope'
import type { Advice, AdviceId, View } from './finding'
import { readOutline } from './history'
import { ufragOf } from './paths'
import { pendingChange, seconds } from './rules/negotiation'
import { limitOf, lossOf, percent } from './rules/quality'
import { growthOf, kindOf, lastOf, numberOf, reportsOf, seriesOf, textOf } from './stats'

type Facts = Readonly<Record<string, string>>

/** What could be better in one connection that works. None of it is a fault. */
export function adviceOf(view: View): Advice[] {
  if (!view.state.hasConnected) return []
  const { dump, id } = view.history
  return Object.entries(HINTS).flatMap(([name, hint]) => {
    const facts = hint(view)
    return facts === null ? [] : [{ id: name as AdviceId, connection: { dump, id }, facts }]
  })
}

const SLOW_SETUP = 5_000
const SLOW_GATHERING = 10_000
const SOME_LOSS = 0.02
const LONG_WAY = 0.35
const SILENCE = 10_000

const HINTS: Readonly<Partial<Record<AdviceId, (view: View) => Facts | null>>> = {
  /** Without a relay the same call fails behind other NATs (RFC 8445 §5.1.1.2). */
  'no-turn': ({ history }) => {
    const servers = history.configuration?.iceServers
    if (servers === undefined || ofType(history.local, 'relay').length > 0) return null
    return servers.some(({ urls }) => urls.some(isTurnUrl)) ? null : {}
  },
  'relay-over-tcp': ({ history }) => {
    const chosen = selectedLocal(history)
    const protocol = chosen && textOf(chosen, 'relayProtocol')
    return protocol === 'tcp' || protocol === 'tls' ? { protocol } : null
  },
  'slow-setup': ({ history, state }) => {
    const start = history.applied.find(({ outcome }) => outcome === 'done')?.at
    if (start == null || state.up?.at == null || state.up.at - start < SLOW_SETUP) return null
    return { seconds: seconds(state.up.at - start) }
  },
  'slow-gathering': ({ history }) => {
    const start = history.gathering.find(({ value }) => value === 'gathering')?.at
    const end = history.gathering.find(({ value }) => value === 'complete')?.at
    if (start == null || end == null || end - start < SLOW_GATHERING) return null
    return { seconds: seconds(end - start) }
  },
  'candidates-lost': ({ history }) => {
    const refused = history.added.filter(({ problem }) => problem !== null)
    return refused.length > 0 ? { count: String(refused.length) } : null
  },
  /** A candidate of the generation before an ICE restart names its ufrag, and is of no use any more (RFC 8838 §11). */
  'stale-candidates': ({ history }) => {
    const stale = history.added.filter(({ candidate, seq, problem }) => {
      const ufrag = ufragOf(candidate.candidate) || (candidate.usernameFragment ?? '')
      const before = history.applied.filter(
        (one) => one.side === 'remote' && one.outcome === 'done' && one.sdp !== '' && one.seq < seq,
      )
      const names = ({ sdp }: { sdp: string }) => sdp.split(/\r?\n/).includes(`a=ice-ufrag:${ufrag}`)
      const current = before.at(-1)
      return problem === null && ufrag !== '' && current && !names(current) && before.some(names)
    })
    return stale.length > 0 ? { count: String(stale.length) } : null
  },
  /** A microphone that works hears something; zero is what a muted one gives (webrtc-stats §8.6, audioLevel). */
  'sends-silence': ({ history }) => {
    const sends = reportsOf(history.reports, 'outbound-rtp').some(
      (report) => kindOf(report) === 'audio' && (growthOf(report, 'packetsSent')?.by ?? 0) > 0,
    )
    const silent = reportsOf(history.reports, 'media-source').some((source) => {
      const levels = kindOf(source) === 'audio' ? seriesOf(source, 'audioLevel') : []
      const [first] = levels
      const last = levels.at(-1)
      return first && last && last.at - first.at >= SILENCE && levels.every(({ value }) => value === 0)
    })
    return sends && silent ? {} : null
  },
  'negotiation-pending': ({ history }) => {
    const needed = history.lines.findLast(({ name }) => name === 'onnegotiationneeded')
    const last = history.rounds.at(-1)?.answer?.seq
    if (needed === undefined || last === undefined || needed.seq < last || pendingChange(history)) return null
    return history.applied.some(({ seq }) => seq > needed.seq) ? null : {}
  },
  /** The answerer takes one layer: the first (RFC 8853 §5.3.2). */
  'simulcast-refused': ({ history }) => {
    const round = history.rounds.findLast(({ answer }) => answer !== null)
    if (!round?.answer || round.answer.sdp === '') return null
    const has = (sdp: string) => /^a=simulcast:/m.test(sdp)
    return has(round.offer.sdp) && !has(round.answer.sdp) ? {} : null
  },
  'one-way': ({ history }) => {
    const answer = history.rounds.findLast((round) => round.answer !== null)?.answer
    if (!answer || answer.sdp === '') return null
    const media = readOutline(answer.sdp).sections.filter(
      (one) => (one.media === 'audio' || one.media === 'video') && !one.isRejected,
    )
    const isOneWay = media.length > 0 && media.every(({ direction }) => direction !== 'sendrecv')
    const first = media[0]?.direction ?? ''
    return isOneWay && media.every(({ direction }) => direction === first) && first !== 'inactive'
      ? { direction: first }
      : null
  },
  'some-loss': ({ history }) => {
    const worst = Math.max(
      0,
      ...reportsOf(history.reports, 'inbound-rtp').map((report) => lossOf(report) ?? 0),
    )
    return worst >= SOME_LOSS ? { percent: percent(worst) } : null
  },
  limited: ({ history }) => {
    const found = reportsOf(history.reports, 'outbound-rtp')
      .map(limitOf)
      .find(({ reason, share, within }) => reason !== null && share >= 0.3 && within >= 10_000)
    return found?.reason ? { reason: found.reason, percent: percent(found.share) } : null
  },
  'long-way': ({ history }) => {
    const pair = selectedPair(history)
    const rtt = pair && numberOf(pair, 'currentRoundTripTime')
    return rtt != null && rtt >= LONG_WAY ? { ms: String(Math.round(rtt * 1000)) } : null
  },
}

function selectedPair(history: View['history']) {
  const transport = reportsOf(history.reports, 'transport').find(
    (one) => textOf(one, 'selectedCandidatePairId') !== '',
  )
  const id = transport && textOf(transport, 'selectedCandidatePairId')
  const pairs = reportsOf(history.reports, 'candidate-pair')
  return (
    pairs.find((pair) => pair.id === id) ??
    pairs.find((pair) => lastOf(pair, 'selected') === true) ??
    pairs.find((pair) => lastOf(pair, 'nominated') === true && textOf(pair, 'state') === 'succeeded')
  )
}

function selectedLocal(history: View['history']) {
  const pair = selectedPair(history)
  const id = pair && textOf(pair, 'localCandidateId')
  return history.reports.find((report) => report.id === id)
}
