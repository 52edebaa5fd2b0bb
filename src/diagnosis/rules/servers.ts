import { isTurnUrl, parseServerUrl } from '../../ice/serverUrl'
import { ofType } from '../addressScope'
import { proofOf } from '../finding'
import type { Rule } from '../finding'
import { agoOf } from '../history'
import type { History } from '../history'
import { hasNoPath, typesOf } from './path'

/** STUN error codes by which a TURN server refuses for good (RFC 8656 §19, RFC 8489 §14.8). */
const REFUSED = [401, 403, 437, 438, 441, 486, 508]

/**
 * A TURN server refuses the credentials or the allocation (RFC 8656 §7.3, RFC 8489 §9.2.4). A browser reports a 401 only
 * after it has answered the first one, which is normal; a relay candidate from that server shows that it went well.
 */
export const turnRefused: Rule = ({ history, state }) => {
  const refused = refusedServers(history)
  const [first] = refused
  if (first === undefined) return null
  const name = history.configuration?.iceServers.find(({ urls }) =>
    urls.some((url) => hostOf(url) === hostOf(first.url)),
  )?.username
  const until = /^(\d{10})(?::|$)/.exec(name ?? '')?.[1]
  const isExpired = until !== undefined && first.at !== null && Number(until) * 1000 < first.at
  return {
    step: 'gather-candidates',
    certainty: 'proved',
    proof: proofOf(history, ...refused.slice(0, 4).map(({ seq }) => seq)),
    facts: {
      url: first.url,
      code: String(first.errorCode),
      ...(isExpired && { variant: 'expired' }),
      ...(state.hasConnected && { harmless: 'yes' }),
    },
  }
}

/** Refusals of servers that no relay candidate came from. */
function refusedServers(history: History): History['candidateErrors'][number][] {
  const relays = ofType(history.local, 'relay')
  return history.candidateErrors.filter(
    ({ errorCode, url }) =>
      REFUSED.includes(errorCode) &&
      (url === '' || isTurnUrl(url)) &&
      !relays.some((relay) => relay.url === null || hostOf(relay.url) === hostOf(url)),
  )
}

/** `turn:turn.example.org:3478?transport=udp` without scheme, port and query. */
export function hostOf(url: string): string {
  return url.replace(/^\w+:/, '').replace(/\?.*$/, '').replace(/:\d+$/, '').toLowerCase()
}

/** What a browser says of a name that it could not resolve: then no packet was ever sent. */
const LOOKUP = /lookup|resolv|hostname|dns/i

/**
 * UDP does not get out: no STUN or TURN server over UDP answered, on any interface, so that there is no address but the
 * own ones and relays over TCP (RFC 8445 §5.1.1.2; icecandidateerror 701, WebRTC §4.8.1.5). Chromium reports it after 40 s,
 * when most calls have failed; before that, gathering still waits for the servers. One interface that fails beside another
 * one that works is normal, and so is a server of which the name cannot be resolved. STUN of one provider alone may be
 * down or blocked themselves, so that then it stays open.
 */
export const udpBlocked: Rule = (view) => {
  const { history } = view
  const errors = silentServers(history)
  const waiting = errors.length === 0 ? awaitedServers(history) : null
  if ((errors.length === 0 && waiting === null) || !hasNoPath(view)) return null
  const urls = [...new Set(waiting?.urls ?? errors.map(({ url }) => url))]
  const isSingle = !urls.some(isTurnUrl) && providersOf(urls).size < 2 && !hasRelayOverTcp(history)
  return {
    step: 'gather-candidates',
    certainty: isSingle ? 'open' : 'likely',
    proof: proofOf(
      history,
      ...errors.slice(0, 4).map(({ seq }) => seq),
      waiting?.seq,
      view.state.iceFailed?.seq,
    ),
    missing: ['relay-test'],
    facts: {
      urls: urls.slice(0, 3).join(', '),
      local: typesOf(history.local),
    },
  }
}

/** Who runs servers, by the last two labels of their names: one provider may be down, or blocked in a country. */
function providersOf(urls: readonly string[]): Set<string> {
  return new Set(
    urls.map((url) => {
      const host = hostOf(url)
      // Of an address nobody knows whose it is.
      return /^[\d.]+$|:/.test(host) ? url : host.split('.').slice(-2).join('.')
    }),
  )
}

/** The server answers over TCP, so it is not down. */
function hasRelayOverTcp(history: History): boolean {
  return ofType(history.local, 'relay').some(({ relayProtocol }) => /^(?:tcp|tls)$/.test(relayProtocol ?? ''))
}

/** Milliseconds after which a server that works would have answered many times over. */
const SILENCE = 10_000

/**
 * Servers over UDP that gathering still waits for after ten seconds. One may be down; where two or more are silent, and
 * nothing came from any, the network is the likelier cause.
 */
function awaitedServers(history: History): { urls: string[]; seq: number } | null {
  const gathering = history.gathering.at(-1)
  if (gathering?.value !== 'gathering' || history.close !== null || history.candidateErrors.length > 0)
    return null
  const ago = agoOf(history, gathering.at)
  const urls = history.configuration?.iceServers.flatMap((server) => server.urls).filter(isUdp) ?? []
  const servers = new Set(urls.map((url) => url.replace(/^\w+:|\?.*$/g, '').toLowerCase()))
  const isAnswered = ofType(history.local, 'srflx', 'relay').length > 0
  if (ago === null || ago < SILENCE || servers.size < 2 || isAnswered) return null
  return { urls, seq: gathering.seq }
}

/** The 701 of servers over UDP, if every one of them failed; else none. */
export function silentServers(history: History): History['candidateErrors'][number][] {
  const errors = history.candidateErrors.filter(
    ({ errorCode, url, errorText }) => errorCode === 701 && isUdp(url) && !LOOKUP.test(errorText),
  )
  const overUdp = history.local.some(
    ({ type, relayProtocol, protocol }) =>
      (type === 'srflx' && protocol !== 'tcp') || (type === 'relay' && (relayProtocol ?? 'udp') === 'udp'),
  )
  const failed = new Set(errors.map(({ url }) => hostOf(url)))
  const asked = history.configuration?.iceServers.flatMap(({ urls }) => urls).filter(isUdp) ?? []
  return overUdp || asked.some((url) => !failed.has(hostOf(url))) ? [] : errors
}

function isUdp(url: string): boolean {
  const server = parseServerUrl(url)
  return typeof server === 'string'
    ? /^(?:stun|turn):/i.test(url) && !/transport=tcp/i.test(url)
    : server.transport === 'udp'
}
