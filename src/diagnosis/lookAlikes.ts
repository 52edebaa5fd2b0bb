import { addressKind } from '../ice/address'
import { isTurnUrl } from '../ice/serverUrl'
import { isLine } from './applied'
import { ofType } from './addressScope'
import { proofOf, reportProof } from './finding'
import type { LookAlike, LookAlikeId, View } from './finding'
import { captureLines, isRetried, ownTracks, pageLines } from './rules/capture'
import { earlyCandidates, isOfIgnoredOffer } from './rules/refused'
import { hostOf } from './rules/servers'
import { otherEndLeft } from './rules/transport'
import { reportsOf, textOf } from './stats'
import type { Proof } from './verdict'

/** Signs in one connection that look like a fault and blame nobody, each with what shows it. */
export function lookAlikesOf(view: View): LookAlike[] {
  const { dump, id } = view.history
  return Object.entries(SIGNS).flatMap(([name, sign]) => {
    const proof = sign(view)
    return proof.length > 0
      ? [{ id: name as LookAlikeId, connection: { dump, id }, proof: proof.slice(0, 5) }]
      : []
  })
}

type Sign = (view: View) => Proof[]

const SIGNS: Readonly<Partial<Record<LookAlikeId, Sign>>> = {
  /** One interface, a VPN or IPv6 for the most part, gets no answer while another one does. */
  'stun-701': ({ history, state }) =>
    state.hasConnected || ofType(history.local, 'srflx', 'relay').length > 0
      ? proofOf(history, ...errorsOf(history, 701).map(({ seq }) => seq))
      : [],
  /** The first request has no credentials, so a server answers 401 once (RFC 8489 §9.2.4). */
  'turn-401-first': ({ history }) =>
    proofOf(
      history,
      ...errorsOf(history, 401)
        .filter(({ url }) =>
          ofType(history.local, 'relay').some(
            (relay) => relay.url === null || hostOf(relay.url) === hostOf(url),
          ),
        )
        .filter(({ url }) => url === '' || isTurnUrl(url))
        .map(({ seq }) => seq),
    ),
  'disconnected-healed': ({ history, state }) =>
    state.isUp ? healed(history.ice, 'disconnected', history) : [],
  'failed-healed': ({ history, state }) =>
    state.isUp ? healed(history.connectionStates, 'failed', history) : [],
  /** ICE tries every pair, and needs one (RFC 8445 §6.1.4). */
  'pairs-failed': ({ history, state }) => {
    if (!state.hasIce) return []
    const failed = reportsOf(history.reports, 'candidate-pair').filter(
      (pair) => textOf(pair, 'state') === 'failed',
    )
    return reportProof(history, ...failed.map(({ id }) => id))
  },
  'name-candidate': ({ history }) =>
    proofOf(
      history,
      ...[...history.local, ...history.remote]
        .filter(
          ({ address }) => addressKind(address) === 'name' && /[a-z]/i.test(address) && address.includes('.'),
        )
        .filter(({ address }) => !/\.x$/.test(address))
        .map(({ seq }) => seq),
    ),
  /** Chromium never sets ICE to `failed`. */
  'ice-stuck-disconnected': ({ history, state }) =>
    state.lastIce === 'disconnected' && state.lastConnection === 'failed'
      ? proofOf(history, history.ice.at(-1)?.seq, state.failed?.seq)
      : [],
  'capture-retried': (view) =>
    proofOf(
      view.history,
      ...captureLines(view)
        .filter(
          (line) =>
            isLine(line, 'getUserMediaOnFailure') && line.value.source === 'user' && isRetried(view, line),
        )
        .map(({ seq }) => seq),
    ),
  'share-cancelled': (view) =>
    proofOf(
      view.history,
      ...captureLines(view)
        .filter((line) => isLine(line, 'getUserMediaOnFailure') && line.value.source === 'display')
        .map(({ seq }) => seq),
    ),
  'share-ended': (view) => {
    const own = ownTracks(view)
    return proofOf(
      view.history,
      ...pageLines(view.dump)
        .filter(
          (line) =>
            isLine(line, 'MediaStreamTrack.onended') &&
            line.value.id !== undefined &&
            own.get(line.value.id) === 'display',
        )
        .map(({ seq }) => seq),
    )
  },
  'candidate-of-ignored-offer': ({ history }) =>
    proofOf(
      history,
      ...earlyCandidates(history)
        .filter((one) => isOfIgnoredOffer(history, one))
        .map(({ seq }) => seq),
    ),
  /** An end that is gone is lost in the same way as a path. */
  'other-end-closed': (view) => {
    const lost = view.state.failed ?? view.state.disconnected
    if (lost === null || !view.state.hasConnected || !otherEndLeft(view)) return []
    return [
      ...proofOf(view.history, lost.seq),
      ...(view.other ? proofOf(view.other.history, view.other.history.close?.seq) : []),
    ]
  },
  /** Many libraries make a connection only to see what the browser can do. */
  'probing-connection': ({ history, state }) =>
    !state.hasChecked && history.applied.length === 0 && history.close !== null
      ? proofOf(history, history.lines[0]?.seq, history.close.seq)
      : [],
}

function errorsOf(history: View['history'], code: number) {
  return history.candidateErrors.filter(({ errorCode }) => errorCode === code)
}

function healed(changes: View['history']['ice'], value: string, history: View['history']): Proof[] {
  const first = changes.findIndex((one) => one.value === value)
  if (first === -1) return []
  const later = changes.slice(first).find((one) => one.value === 'connected' || one.value === 'completed')
  return later ? proofOf(history, changes[first]?.seq, later.seq) : []
}
