import { isTurnUrl } from '../../ice/serverUrl'
import { isLine } from '../applied'
import { hostOfPage, mayShareNetwork, ofType, reachable, scopeOf } from '../addressScope'
import { proofOf, reportProof } from '../finding'
import type { Finding, MissingId, Rule, View } from '../finding'
import { agoOf, isTextOnly, lastApplied } from '../history'
import type { History } from '../history'
import { numberOf, reportsOf, textOf } from '../stats'
import { seconds } from './negotiation'

/** Chromium gives up after 15 s, Firefox after 5 to 30. */
export const CHECKING = 30_000

/**
 * ICE checked and found no path (RFC 8445 §6.1.4.3), or gathering gave no address at all, as `iceTransportPolicy: 'relay'`
 * does without a relay (RFC 9429 §4.1.1). Without a relay on either side nothing else remains between two NATs.
 */
export const noPath: Rule = (view) => failedChecks(view) ?? nothingGathered(view)

function failedChecks({ history, state }: View): Finding | null {
  if (state.hasIce || !state.hasChecked) return null
  const checking = history.ice.find(({ value }) => value === 'checking')
  const ago = agoOf(history, checking?.at ?? null)
  const isStuck = history.close === null && ago !== null && ago >= CHECKING
  const pairs = reportsOf(history.reports, 'candidate-pair')
  const unanswered = pairs.filter(
    (pair) => (numberOf(pair, 'requestsSent') ?? 0) > 0 && numberOf(pair, 'responsesReceived') === 0,
  )
  const isFailed = state.iceFailed !== null || allPairsFailed(history)
  if (!isFailed && !isStuck) return null
  const known = history.local.length > 0 && history.remote.length > 0
  const relays = ofType([...history.local, ...history.remote], 'relay')
  const missing: MissingId[] = known ? [] : ['candidates']
  if (relays.length > 0) missing.push('relay-test')
  if (!isFailed) missing.push('longer-dump')
  return {
    step: 'set-remote-answer',
    certainty: isFailed && known && relays.length === 0 ? 'proved' : 'likely',
    proof: [
      ...proofOf(history, checking?.seq, state.iceFailed?.seq),
      ...reportProof(history, ...unanswered.slice(0, 3).map(({ id }) => id)),
    ],
    missing,
    facts: { local: typesOf(history.local), remote: typesOf(history.remote), relay: String(relays.length) },
  }
}

/** Whether no pair is left, in a file without states, such as that of Firefox. */
function allPairsFailed({ ice, reports }: History): boolean {
  const pairs = reportsOf(reports, 'candidate-pair')
  return ice.length === 0 && pairs.length > 0 && pairs.every((pair) => textOf(pair, 'state') === 'failed')
}

function nothingGathered({ history, state, other }: View): Finding | null {
  const { configuration } = history
  const local = lastApplied(history, 'local')
  if (state.hasIce || !gatheredNothing(history) || !local || !/^m=/m.test(local.sdp)) return null
  const isRelay = configuration?.iceTransportPolicy === 'relay'
  const hasTurn = configuration?.iceServers.some(({ urls }) => urls.some(isTurnUrl)) ?? true
  const isAnswered = history.rounds.some(({ answer }) => answer !== null)
  // One end with addresses is enough for both, unless checking never begins.
  const mayConnect = history.remote.length > 0 || (other !== null && other.history.local.length > 0)
  if (!isRelay && (!isAnswered || (mayConnect && !neverChecks(history, state)))) return null
  return {
    step: 'gather-candidates',
    certainty: isRelay && !hasTurn ? 'proved' : 'likely',
    proof: proofOf(history, local.seq, history.gathering.at(-1)?.seq),
    ...(!(isRelay && !hasTurn) && { missing: ['relay-test'] as const }),
    facts: { variant: isRelay ? 'relay' : 'nothing', local: '', remote: typesOf(history.remote), relay: '0' },
  }
}

/** Milliseconds after an answer with addresses in which ICE would have begun to check many times over. */
const BEGINNING = 10_000

/** Whether both descriptions are set, and ICE had no pair to check: it stays `new` (RFC 8445 §6.1.2). */
function neverChecks(history: History, { hasChecked }: View['state']): boolean {
  const answered = history.rounds.at(-1)?.answer?.at ?? null
  const until = history.close?.at ?? history.savedAt
  return (
    history.covers.has('states') &&
    !hasChecked &&
    answered !== null &&
    until !== null &&
    until - answered >= BEGINNING
  )
}

/** Whether gathering is over without a candidate. Some files name candidates and leave their texts out. */
function gatheredNothing(history: History): boolean {
  return (
    history.covers.has('candidates') &&
    history.local.length === 0 &&
    history.gathering.at(-1)?.value === 'complete' &&
    !history.lines.some((line) => isLine(line, 'onicecandidate') && line.value !== null)
  )
}

/** `host, srflx`. */
export function typesOf(paths: readonly { type: string }[]): string {
  return [...new Set(paths.map(({ type }) => type))].filter((type) => type !== '').join(', ')
}

/**
 * The path is not there, and the file shows that checking is over or has gone on for long. Texts without a call show
 * nothing about that, so what is said of them stays open.
 */
export function hasNoPath({ history, state }: View): boolean {
  if (isTextOnly(history)) return true
  if (state.hasIce || state.hasConnected) return false
  if (state.iceFailed !== null || allPairsFailed(history)) return true
  if (history.rounds.every(({ answer }) => answer === null)) return false
  const since = agoOf(history, history.rounds.at(-1)?.answer?.at ?? null)
  return since !== null && since >= CHECKING
}

/**
 * All addresses of the other end are `.local` names: they exist only on one network with multicast DNS, and a server
 * outside of browsers does not resolve them (draft-ietf-mmusic-mdns-ice-candidates §3.2, §5.2).
 */
export const localNamesOnly: Rule = (view) => {
  if (!hasNoPath(view)) return null
  const { history, other } = view
  // On one machine the names are resolved.
  if (other?.history.dump === history.dump && !isTextOnly(history)) return null
  const isHidden = (paths: readonly { address: string }[]) =>
    paths.length > 0 && paths.every(({ address }) => scopeOf(address) === 'hidden')
  const remote = reachable(history.remote)
  const local = reachable(history.local)
  const foreign = originOfRemote(history)
  if (!isHidden(remote) && !(isHidden(local) && foreign === 'server' && remote.length === 0)) return null
  return {
    step: 'set-remote-offer',
    certainty: isTextOnly(history) ? 'open' : 'likely',
    proof: proofOf(history, ...remote.slice(0, 3).map(({ seq }) => seq), view.state.iceFailed?.seq),
    missing: ['other-end'],
    facts: { count: String(remote.length), side: isHidden(remote) ? 'remote' : 'local' },
  }
}

/** Who made the remote description, by its o= line: browsers have `-` or `mozilla…` (RFC 8866 §5.2). */
export function originOfRemote(history: History): 'browser' | 'server' | 'unknown' {
  const sdp = lastApplied(history, 'remote')?.sdp ?? ''
  const user = /^o=(\S+)/m.exec(sdp)?.[1]
  if (user === undefined) return 'unknown'
  if (user.startsWith('mozilla')) return 'browser'
  const isLite = /^a=ice-lite/m.test(sdp)
  return user === '-' && !isLite && /^o=- \d{10,} \d+ IN IP4 127\.0\.0\.1/m.test(sdp) ? 'browser' : 'server'
}

/**
 * The other end names only addresses that cannot be reached from here: loopback, or private ones while this end is on
 * another network (RFC 8445 §5.1.1.1; RFC 1918). A server in a container or a cloud does that. Private addresses on
 * what may be the same network blame nobody.
 */
export const unreachableAddress: Rule = (view) => {
  const { history, other, state } = view
  if (state.hasIce || state.hasConnected) return null
  const remote = reachable(history.remote)
  const scopes = remote.map(({ address }) => scopeOf(address))
  const isOut = (scope: string) => scope === 'private' || scope === 'loopback' || scope === 'link-local'
  if (remote.length === 0 || !scopes.every(isOut) || ofType(remote, 'srflx', 'relay', 'prflx').length > 0)
    return null
  const own = other && other.history.local.length > 0 ? other.history.local : null
  const isAltered =
    own !== null && remote.every(({ address }) => !own.some((path) => path.address === address))
  const isLoopback = scopes.every((scope) => scope === 'loopback')
  const sdp = lastApplied(history, 'remote')?.sdp ?? ''
  const isAway =
    /^a=ice-lite/m.test(sdp) ||
    ofType(history.local, 'srflx').some(({ address }) => scopeOf(address) === 'public')
  // The page came from somewhere that this machine reaches.
  const near = [...history.local.map(({ address }) => address), hostOfPage(history.connection.page)]
  const shares = remote.some(({ address }) =>
    near.some(
      (one) => isOut(scopeOf(one)) && scopeOf(one) === scopeOf(address) && mayShareNetwork(one, address),
    ),
  )
  // A browser that hides its own addresses may be on the same network.
  const isHidden = history.local.some(({ type, address }) => type === 'host' && scopeOf(address) === 'hidden')
  const isFailed = state.iceFailed !== null || allPairsFailed(history)
  if (!isAltered && (!hasNoPath(view) || shares || (!isLoopback && !isAway))) return null
  const isSame = isLoopback && own !== null && !isAltered
  if (isSame) return null
  return {
    step: history.rounds.at(-1)?.offer.side === 'local' ? 'set-remote-answer' : 'set-remote-offer',
    certainty: isTextOnly(history)
      ? 'open'
      : isAltered || (isFailed && (isLoopback || (isAway && !isHidden)))
        ? 'proved'
        : 'likely',
    proof: proofOf(history, ...remote.slice(0, 3).map(({ seq }) => seq), lastApplied(history, 'remote')?.seq),
    ...(own === null && { missing: ['other-end'] as const }),
    facts: {
      addresses: remote
        .slice(0, 3)
        .map(({ address }) => address)
        .join(', '),
    },
  }
}

/**
 * No candidate of the other end was ever given to ICE: neither inside the description nor by `addIceCandidate()` (RFC
 * 8838 §13; RFC 9429 §3.5.2). One in one direction would do, so a call that connected anyway is fine.
 */
export const noCandidatesExchanged: Rule = (view) => {
  const { history, state, other } = view
  const remote = lastApplied(history, 'remote')
  const round = history.rounds.find(({ answer }) => answer !== null)
  const canTell = history.covers.has('wire') || history.covers.has('candidates')
  if (!canTell || state.hasIce || state.hasConnected || !remote?.sdp.startsWith('v=') || !round) return null
  if (history.remote.length > 0 || history.added.length > 0 || !/^m=/m.test(remote.sdp)) return null
  if (history.lastSignaling !== 'stable' || (other && other.history.lastSignaling !== 'stable')) return null
  const gathered = other?.history.gathered.length ?? null
  // An end without candidates of its own has another fault.
  if (gatheredNothing(history)) return null
  // The other end has none to give: then the fault is there.
  if (gathered === 0 && other?.history.covers.has('candidates')) return null
  // One candidate in one direction is enough, so the other end must have none either.
  if (other && other.history.remote.length > 0) return null
  const since = agoOf(history, round.answer?.at ?? null)
  const isSent = other?.history.gathering.at(-1)?.value === 'complete' && gathered !== null && gathered > 0
  return {
    step: round.offer.side === 'local' ? 'set-remote-answer' : 'set-remote-offer',
    certainty: certaintyOf(since, isSent),
    proof: [
      ...proofOf(history, remote.seq),
      ...(other ? proofOf(other.history, other.history.gathered[0]?.seq) : []),
    ],
    ...(certaintyOf(since, isSent) !== 'proved' && { missing: ['wire-log', 'longer-dump'] as const }),
    facts: { gathered: gathered === null ? '?' : String(gathered), seconds: seconds(since) },
  }
}

/** Milliseconds that a candidate needs to cross, and after which nobody still waits for one. */
const CROSSING = 2_000
const NEVER = 10_000

function certaintyOf(since: number | null, isSent: boolean): 'proved' | 'likely' | 'open' {
  if (since === null || since < CROSSING) return 'open'
  if (isSent) return since >= NEVER ? 'proved' : 'likely'
  return since >= NEVER ? 'likely' : 'open'
}
