import type { EndContext, TransceiverStatus } from '../../machines/contracts'
import type { OperationCall } from '../../machines/bench/benchContracts'
import type { Operation } from '../../machines/endActors'
import { findTransceiver } from './transceivers'
import { ALLOWED, isClosed, refused, trap } from './verdicts'
import type { Expectation } from './verdicts'

/** Tracks, transceivers and data channels (WebRTC §5, §6). null: another operation. */
export function objectRules(context: EndContext<string>, operation: Operation): Expectation | null {
  const { call } = operation
  if (call.startsWith('channel.')) return ofChannel(context, operation)
  if (call === 'createDataChannel') return ofNewChannel(context, operation)
  if (call === 'addTrack' || call === 'addTransceiver') return ofAdding(context, operation)
  const isOfTransceiver =
    call === 'removeTrack' || call.startsWith('transceiver.') || call.startsWith('sender.')
  return isOfTransceiver ? ofTransceiver(context, operation) : null
}

function ofChannel({ bench }: EndContext<string>, { call, channel }: Operation): Expectation {
  const known = bench?.channels.find(({ id }) => id === channel)
  if (known === undefined) return refused('NotFoundError', 'unknown-object', null)
  if (call !== 'channel.send' || known.readyState === 'open') return ALLOWED
  return refused('InvalidStateError', 'channel-not-open', '§6.2')
}

function ofNewChannel({ peer, bench }: EndContext<string>, { options }: Operation): Expectation | null {
  if (peer === null) return null
  if (isClosed(peer)) return refused('InvalidStateError', 'closed', '§6.1')
  const { negotiated = false, id = null } = Object(options) as RTCDataChannelInit
  if (negotiated && id === null) return refused('TypeError', 'channel-id-missing', '§6.1')
  const hasSection = peer.currentLocalDescription?.sdp.includes('m=application') ?? false
  // All channels share one section, which only the first of them adds.
  const isFirst = !hasSection && (bench?.channels.length ?? 0) === 0
  return isFirst && peer.currentLocalDescription !== null ? trap('needs-offer', '§6.1') : ALLOWED
}

function ofAdding(context: EndContext<string>, { call, track }: Operation): Expectation | null {
  const { peer, media } = context
  const isKind = typeof track === 'string'
  if (!isKind && !isCaptured(context, track as Named)) {
    return refused('NotFoundError', media === null ? 'nothing-captured' : 'unknown-object', null)
  }
  if (peer === null) return null
  if (isClosed(peer)) return refused('InvalidStateError', 'closed', '§5.1')
  if (call === 'addTrack' && isAdded(context, track as Named))
    return refused('InvalidAccessError', 'track-twice', '§5.1')
  if (peer.signalingState === 'have-local-offer') return trap('after-answer', '§4.7.3')
  // An answer has no room for it: only addTrack() uses a transceiver that the offer has made.
  if (peer.signalingState === 'have-remote-offer')
    return call === 'addTransceiver' ? trap('own-section', '§5.1') : ALLOWED
  return peer.currentLocalDescription === null ? ALLOWED : trap('needs-offer', '§4.7.3')
}

interface Named {
  kind: string
  media?: string
}

function isCaptured({ media, bench }: EndContext<string>, { kind, media: name }: Named): boolean {
  if (name === undefined) return media?.tracks.some((one) => one.kind === kind) ?? false
  const capture = (bench?.operations ?? []).findLast(
    ({ operation, state }) => state === 'done' && operation.call === 'capture' && operation['name'] === name,
  )
  // Of a screen only its picture is captured.
  return capture !== undefined && (kind === 'video' || capture.operation['source'] !== 'screen')
}

/** Whether a sender of the connection has the track. */
function isAdded({ bench }: EndContext<string>, { kind, media }: Named): boolean {
  const calls = ofConnection(bench?.operations ?? [], 'create').filter(({ state }) => state === 'done')
  let holder: unknown = null
  for (const { operation, result } of calls) {
    const { transceiver } = Object(result) as { transceiver?: string }
    const track = Object(operation['track']) as Partial<Named>
    const isSame = track.kind === kind && track.media === media
    const isAdding = operation.call === 'addTrack' || operation.call === 'addTransceiver'
    if (isAdding && isSame) holder = transceiver
    // A new capture under the same name has new tracks.
    if (operation.call === 'capture' && operation['name'] === media) holder = null
    if (operation['transceiver'] !== holder) continue
    if (operation.call === 'removeTrack' || operation.call === 'sender.replaceTrack') holder = null
  }
  return holder != null
}

/** The operations since the last call of this name; null: all. */
function ofConnection(calls: readonly OperationCall[], since: string | null): readonly OperationCall[] {
  return calls.slice(calls.findLastIndex(({ operation }) => operation.call === since) + 1)
}

function ofTransceiver(context: EndContext<string>, operation: Operation): Expectation | null {
  const { peer } = context
  if (peer === null) return null
  const transceiver = findTransceiver(peer, operation['transceiver'])
  if (transceiver === undefined && !wasMade(context, operation['transceiver']))
    return refused('NotFoundError', 'unknown-object', null)
  const isNegotiated = peer.currentLocalDescription !== null
  const changes = isNegotiated ? trap('needs-offer', '§4.7.3') : ALLOWED
  switch (operation.call) {
    case 'sender.replaceTrack':
      return ofReplacing(context, operation, transceiver)
    case 'sender.setParameters':
      if (isClosed(peer)) return refused('InvalidStateError', 'closed', '§5.2')
      if (transceiver?.direction === 'stopped')
        return refused('InvalidStateError', 'transceiver-stopped', '§5.2')
      return JSON.stringify(operation['encodings']).includes('"active":false')
        ? trap('not-told', '§5.2')
        : ALLOWED
    case 'transceiver.setCodecPreferences':
      return ofCodecs(operation, transceiver) ?? (isClosed(peer) ? ALLOWED : changes)
    case 'removeTrack':
      return isClosed(peer) ? refused('InvalidStateError', 'closed', '§5.1') : changes
    default:
      if (isClosed(peer)) return refused('InvalidStateError', 'closed', '§5.4')
      if (operation.call === 'transceiver.direction' && transceiver?.direction === 'stopped')
        return refused('InvalidStateError', 'transceiver-stopped', '§5.4')
      return changes
  }
}

function wasMade({ bench }: EndContext<string>, id: unknown): boolean {
  return ofConnection(bench?.operations ?? [], 'create').some(
    ({ result }) => (Object(result) as { transceiver?: string }).transceiver === id,
  )
}

function ofReplacing(
  context: EndContext<string>,
  { track }: Operation,
  transceiver: TransceiverStatus | undefined,
): Expectation {
  const named = track as Named | null
  if (named !== null && !isCaptured(context, named)) return refused('NotFoundError', 'nothing-captured', null)
  if (named !== null && transceiver !== undefined && named.kind !== transceiver.kind)
    return refused('TypeError', 'wrong-kind', '§5.2')
  if (context.peer !== null && isClosed(context.peer)) return refused('InvalidStateError', 'closed', '§5.2')
  return named === null ? trap('not-told', '§5.2') : ALLOWED
}

function ofCodecs({ codecs }: Operation, transceiver: TransceiverStatus | undefined): Expectation | null {
  const types = (codecs as { mimeType: string }[]).map(({ mimeType }) => mimeType.toLowerCase())
  const isForeign = types.some(
    (type) => transceiver !== undefined && !type.startsWith(`${transceiver.kind}/`),
  )
  const isOnlyExtra =
    types.length > 0 && types.every((type) => /\/(rtx|red|ulpfec|flexfec-03|cn)$/.test(type))
  return isForeign || isOnlyExtra ? refused('InvalidModificationError', 'unknown-codec', '§5.4.1') : null
}
