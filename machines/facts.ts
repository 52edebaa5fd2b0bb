import type {
  Candidate,
  Delivery,
  Description,
  EndContext,
  EndEvent,
  PeerStatus,
  Problem,
  Traffic,
} from './contracts'

/** The candidate that tells `addIceCandidate()` that the other end has no more (RFC 8838 §8.2). */
export const END_OF_CANDIDATES: Candidate = {
  candidate: '',
  sdpMid: null,
  sdpMLineIndex: null,
  usernameFragment: null,
}

/** Folds one fact from the connection or the signaling channel into the context. Intents change nothing here. */
export function foldFact(context: EndContext<string>, event: EndEvent<string>): Partial<EndContext<string>> {
  switch (event.type) {
    case 'settings.change':
      return { settings: { ...context.settings, ...event.settings } }
    case 'pc.changed':
      // The first report is complete: a new connection reports every field.
      return { peer: { ...context.peer, ...event.status } as PeerStatus }
    case 'pc.candidate':
      return { local: [...context.local, { candidate: event.candidate, state: 'held' }] }
    case 'pc.end-of-candidates':
      return { gathered: true }
    case 'pc.candidate-error':
      return { candidateErrors: [...context.candidateErrors, event.error] }
    case 'pc.candidate-added':
      return { remote: replaceAt(context.remote, event.index, { state: 'added' }) }
    case 'pc.candidate-refused':
      return { remote: replaceAt(context.remote, event.index, { state: 'refused', problem: event.problem }) }
    case 'pc.patience':
      return { patience: event.patience }
    case 'pc.placeholder-added':
      return { placeholder: { candidate: event.candidate, problem: null } }
    case 'pc.placeholder-refused':
      return { placeholder: { candidate: event.candidate, problem: event.problem } }
    case 'pc.track':
      return { tracks: [...context.tracks.filter(({ id }) => id !== event.track.id), event.track] }
    case 'pc.track-changed':
      return { tracks: context.tracks.map((track) => (track.id === event.track.id ? event.track : track)) }
    case 'signal.description':
      return { receivedDescription: event.description }
    case 'signal.candidate':
      return { remote: [...context.remote, { candidate: event.candidate, state: 'queued' }] }
    case 'signal.end-of-candidates':
      return { remote: [...context.remote, { candidate: END_OF_CANDIDATES, state: 'queued' }] }
    case 'signal.other-end':
      // An end that arrives gets every message again, so asking starts over.
      return { otherEnd: event.status, delivery: { ...context.delivery, asks: 0 } }
    case 'signal.traffic':
      return { delivery: afterSending(context.delivery, event.traffic) }
    case 'signal.confirmed':
      return event.missing === 0 ? { delivery: { ...context.delivery, state: 'confirmed', asks: 0 } } : {}
    default:
      return {}
  }
}

/** A new message resets the count of asks; a repetition does not. */
function afterSending(delivery: Delivery, { message }: Traffic): Delivery {
  const seq = message?.seq ?? -1
  if (seq > delivery.sent) return { state: 'due', sent: seq, asks: 0 }
  return { ...delivery, state: delivery.state === 'overdue' ? 'overdue' : 'due' }
}

function replaceAt<T>(list: readonly T[], index: number, change: Partial<T>): T[] {
  return list.map((item, position) => (position === index ? { ...item, ...change } : item))
}

/** Whether `addIceCandidate()` would find a remote description (WebRTC §4.4.2). */
export function hasRemoteDescription(peer: PeerStatus | null): boolean {
  return peer !== null && (peer.pendingRemoteDescription ?? peer.currentRemoteDescription) !== null
}

/** Candidates that must be sent as messages of their own, now that their description has been sent. */
export function candidatesToSend(context: EndContext<string>): Candidate[] {
  if (!context.descriptionSent || !context.settings.trickle) return []
  return context.local.filter(({ state }) => state === 'held').map(({ candidate }) => candidate)
}

/** Queued candidates of the other end that the connection can take now, with their position in the list. */
export function candidatesToAdd(context: EndContext<string>): { index: number; candidate: Candidate }[] {
  if (context.receivedDescription !== null || !hasRemoteDescription(context.peer)) return []
  return context.remote.flatMap(({ candidate, state }, index) =>
    state === 'queued' ? [{ index, candidate }] : [],
  )
}

/** The description to send: with trickle the draft as it was set, otherwise the one that holds all candidates. */
export function descriptionToSend({ settings, draft, peer }: EndContext<string>): Description {
  const gathered = peer?.pendingLocalDescription ?? peer?.currentLocalDescription ?? null
  const description = settings.trickle ? (draft ?? gathered) : (gathered ?? draft)
  if (description === null) throw new Error('no local description to send')
  return description
}

/** The draft of this end, made by an earlier step. */
export function drafted({ draft }: EndContext<string>): Description {
  if (draft === null) throw new Error('nothing has been drafted')
  return draft
}

/** The description of the other end that has arrived and is not yet applied. */
export function arrived({ receivedDescription }: EndContext<string>): Description {
  if (receivedDescription === null) throw new Error('nothing has arrived')
  return receivedDescription
}

/**
 * Whether a description fits the signaling state (RFC 9429 §5.6): an answer needs an open offer of ours, an offer needs
 * none. A description that is late, repeated or crosses ours is ignored, so that it does not break the call.
 */
export function isExpected(
  { end, peer, descriptionSent }: EndContext<string>,
  { type }: Description,
): boolean {
  if (end === 'caller')
    return type === 'answer' && descriptionSent && peer?.signalingState === 'have-local-offer'
  return type === 'offer' && (peer === null || peer.signalingState === 'stable')
}

/** Turns whatever was thrown into a name and a message. */
export function toProblem(error: unknown): Problem {
  if (typeof error !== 'object' || error === null) return { name: 'Error', message: String(error) }
  const { name, message, constraint } = error as Partial<Record<keyof Problem, unknown>>
  return {
    name: typeof name === 'string' ? name : 'Error',
    message: typeof message === 'string' ? message : '',
    ...(typeof constraint === 'string' && constraint !== '' ? { constraint } : {}),
  }
}
