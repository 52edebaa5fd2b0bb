import { isLine } from '../applied'
import type { LineOf } from '../applied'
import type { Dump, DumpLine } from '../dump'
import { proofOf, reportProof } from '../finding'
import type { Finding, Rule, View } from '../finding'
import { agoOf, lastApplied, readOutline } from '../history'
import { kindOf, numberOf, reportsOf, seriesOf, textOf } from '../stats'

/**
 * The camera or microphone was refused, is absent or busy (Media Capture and Streams §10.2, getUserMedia()). Another
 * attempt that succeeded for the same kinds, and a screen share that the person cancelled, blame nobody.
 */
export const mediaRefused: Rule = (view) => {
  const failures = captureLines(view).filter((line) => isLine(line, 'getUserMediaOnFailure'))
  const refused = failures.filter(
    (failure) => failure.value.source !== 'display' && !isRetried(view, failure) && isAskedFor(view, failure),
  )
  const [first] = refused
  if (first === undefined) return null
  const { audio, video, problem } = first.value
  return {
    step: view.role === 'callee' ? 'prepare-callee-media' : 'capture-media',
    certainty: 'proved',
    proof: refused.slice(0, 5).map(({ seq }) => ({ dump: view.history.dump, line: seq })),
    facts: {
      error: problem.name === '' ? problem.message : problem.name,
      kinds: [audio ? 'audio' : '', video ? 'video' : ''].filter((kind) => kind !== '').join(' + '),
      variant: variantOf(`${problem.name} ${problem.message}`),
      ...(view.state.hasConnected && { harmless: 'yes' }),
    },
  }
}

function variantOf(text: string): string {
  if (/NotAllowed|Permission|denied|Security/i.test(text)) return 'denied'
  if (/NotFound|not found|DevicesNotFound/i.test(text)) return 'absent'
  if (/NotReadable|TrackStart|in use|Could not start|Abort/i.test(text)) return 'busy'
  return /Overconstrained|ConstraintNotSatisfied/i.test(text) ? 'constraints' : 'other'
}

/** Lines of capturing: they belong to no connection, or to the one that asked. */
export function captureLines({ dump, history }: View): DumpLine[] {
  return pageLines(dump).filter(
    (line) =>
      (line.conn === null || line.conn === history.id) &&
      isLine(line, 'getUserMedia', 'getUserMediaOnSuccess', 'getUserMediaOnFailure'),
  )
}

/** The lines of a dump about capturing, tracks and elements, which belong to the page more than to a connection. */
export function pageLines(dump: Dump): readonly DumpLine[] {
  const known = pageLinesOf.get(dump)
  if (known) return known
  const lines = dump.lines.filter(({ name }) =>
    /^(?:getUserMedia|MediaStreamTrack|HTMLMediaElement|addTrack$|replaceTrack$)/.test(name),
  )
  pageLinesOf.set(dump, lines)
  return lines
}

const pageLinesOf = new WeakMap<Dump, readonly DumpLine[]>()

/** Capturing is for the connection that was made next; the last one, if none was. */
function isAskedFor({ history, siblings }: View, { seq, conn }: DumpLine): boolean {
  if (conn !== null) return conn === history.id
  const next = siblings.find(({ lines }) => (lines[0]?.seq ?? -1) > seq) ?? siblings.at(-1)
  return next === undefined || next === history
}

/** Whether a later attempt got everything that this one asked for. */
export function isRetried(view: View, failure: LineOf<'getUserMediaOnFailure'>): boolean {
  return captureLines(view).some(
    (line) =>
      isLine(line, 'getUserMediaOnSuccess') &&
      line.seq > failure.seq &&
      line.value.source === failure.value.source &&
      (!failure.value.audio || line.value.audio || line.value.tracks.some(({ kind }) => kind === 'audio')) &&
      (!failure.value.video || line.value.video || line.value.tracks.some(({ kind }) => kind === 'video')),
  )
}

/**
 * A page over http has no `navigator.mediaDevices` (Secure Contexts §3.1), so it cannot even ask for a camera. A page
 * that only receives, or sends data, needs none; so the call must have failed for want of something to send.
 */
export const insecurePage: Rule = (view) => {
  const { history, state, dump } = view
  const { page } = history.connection
  if (page === null || !isInsecure(page) || !history.covers.has('capture')) return null
  if (
    pageLines(dump).some((line) =>
      isLine(line, 'getUserMedia', 'getUserMediaOnSuccess', 'getUserMediaOnFailure'),
    )
  )
    return null
  if (
    sendsSomething(view) ||
    history.lines.some((line) => isLine(line, 'createDataChannel', 'ondatachannel'))
  )
    return null
  if (state.hasConnected && !isAskedToSend(view)) return null
  if (!state.hasConnected && history.lastSignaling === 'have-local-offer') return null
  if (onlyOffersToReceive(view)) return null
  return {
    step: view.role === 'callee' ? 'prepare-callee-media' : 'capture-media',
    certainty: 'likely',
    proof: proofOf(history, history.lines[0]?.seq),
    missing: ['page-code'],
    facts: { page },
  }
}

/** Whether a browser counts an address as not secure: http, and not this machine. */
export function isInsecure(page: string): boolean {
  const host = /^http:\/\/(\[[^\]]*\]|[^/:?#]*)/i.exec(page)?.[1]?.toLowerCase()
  if (host === undefined || host === '') return false
  return !(host === 'localhost' || host.endsWith('.localhost') || /^127\./.test(host) || host === '[::1]')
}

/** Whether this end ever added something of its own to send. */
export function sendsSomething({ history }: View): boolean {
  const added = history.lines.some(
    (line) =>
      isLine(line, 'addTrack') ||
      (isLine(line, 'addTransceiver') && /^addTrack/.test(line.value.cause ?? '')) ||
      (isLine(line, 'replaceTrack') && line.value !== null),
  )
  const local = lastApplied(history, 'local')?.sdp ?? ''
  const offersToSend = readOutline(local).sections.some(
    ({ media, direction, isRejected }) =>
      (media === 'audio' || media === 'video') && !isRejected && direction.startsWith('send'),
  )
  return added || (local !== '' && offersToSend)
}

/** A viewer says in its own offer that it sends nothing. */
function onlyOffersToReceive({ history }: View): boolean {
  const offer = history.rounds[0]?.offer
  if (offer?.side !== 'local') return false
  const media = readOutline(offer.sdp).sections.filter(({ media: kind }) => kind !== 'application')
  return media.length > 0 && media.every(({ direction }) => !direction.startsWith('send'))
}

function isAskedToSend({ history }: View): boolean {
  const offer = history.rounds.findLast(({ answer }) => answer !== null)?.offer
  if (offer?.side !== 'remote') return false
  return readOutline(offer.sdp).sections.some(
    ({ media, direction }) => (media === 'audio' || media === 'video') && direction === 'sendrecv',
  )
}

const FLAT = 10_000
const HANGING_UP = 2_000

/**
 * What is sent died at its source: the device was taken away or stopped (`ended`, `mute` of a local track; Media Capture
 * and Streams §4.3.1), or gives no more frames. A remote track ends when the other end says so, and a shared screen when
 * the person stops it: both blame nobody. `track.stop()` and `enabled` fire no event.
 */
export const captureDied: Rule = (view) => endedTrack(view) ?? flatSource(view)

function endedTrack(view: View): Finding | null {
  const { history, dump } = view
  const own = ownTracks(view)
  for (const line of pageLines(dump)) {
    if (line.conn !== null && line.conn !== history.id) continue
    if (!isLine(line, 'MediaStreamTrack.onended', 'MediaStreamTrack.onmute')) continue
    const { id } = line.value
    if (id === undefined || own.get(id) !== 'user') continue
    const later = pageLines(dump).filter(
      (one) =>
        one.seq > line.seq &&
        isLine(one, 'MediaStreamTrack.onunmute', 'getUserMediaOnSuccess', 'replaceTrack') &&
        (one.name !== 'MediaStreamTrack.onunmute' || one.value.id === id),
    )
    if (later.length > 0 || isClosedBefore(view, line)) continue
    const isEnd = line.name === 'MediaStreamTrack.onended'
    if (!isEnd && (agoOf(history, line.at) ?? 0) < FLAT) continue
    return {
      step: 'set-remote-answer',
      certainty: 'likely',
      proof: proofOf(history, line.seq),
      missing: ['page-code'],
      facts: { kind: line.value.kind, event: isEnd ? 'ended' : 'mute' },
    }
  }
  return null
}

/** Whether the app was hanging up: then it lets go of its devices. */
function isClosedBefore({ history }: View, { seq, at }: DumpLine): boolean {
  const { close } = history
  if (close === null) return false
  return close.seq < seq || (close.at !== null && at !== null && close.at - at < HANGING_UP)
}

/** The tracks that this machine captured, by what they are of. */
export function ownTracks({ dump, history }: View): Map<string, 'user' | 'display'> {
  const tracks = new Map<string, 'user' | 'display'>()
  for (const line of pageLines(dump)) {
    if (isLine(line, 'addTrack') && line.conn === history.id && line.value.id !== undefined)
      tracks.set(line.value.id, tracks.get(line.value.id) ?? 'user')
    if (!isLine(line, 'getUserMediaOnSuccess')) continue
    for (const { id } of line.value.tracks) if (id !== undefined) tracks.set(id, line.value.source)
  }
  return tracks
}

/** A camera that gave frames and gives none for ten seconds, while the connection goes on sending. */
function flatSource(view: View): Finding | null {
  const { history } = view
  for (const source of reportsOf(history.reports, 'media-source')) {
    const track = textOf(source, 'trackIdentifier')
    if (kindOf(source) !== 'video' || !mayBeCamera(view, track)) continue
    const frames = seriesOf(source, 'frames')
    const end = frames.at(-1)
    const start = frames.findLast(({ at }) => end !== undefined && end.at - at >= FLAT)
    const before = frames[0]
    if (!end || !start || !before || end.value !== start.value || before.value >= start.value) continue
    // Chromium stops the reports of a track that was replaced or stopped, so this one still runs.
    if (history.savedAt !== null && history.savedAt - end.at > 3_000) continue
    if (isPaused(view, track)) continue
    return {
      step: 'set-remote-answer',
      certainty: 'likely',
      proof: reportProof(history, source.id),
      missing: ['page-code'],
      facts: { kind: 'video', event: 'no frames' },
    }
  }
  return null
}

/**
 * Whether a track may be that of a camera: the file lists it, or lists no captured video and no screen. A canvas and a
 * screen may stand still.
 */
function mayBeCamera(view: View, track: string): boolean {
  const captured = captureLines(view).flatMap((line) =>
    isLine(line, 'getUserMediaOnSuccess')
      ? line.value.tracks.map(({ id, kind }) => ({ id, kind, source: line.value.source }))
      : [],
  )
  const known = captured.find(({ id }) => id === track)
  if (known) return known.source === 'user'
  return !captured.some(({ kind, source }) => source === 'display' || kind === 'video')
}

function isPaused({ history, dump }: View, track: string): boolean {
  const stopped = pageLines(dump).some(
    (line) =>
      isLine(line, 'MediaStreamTrack.stop') && (line.value.id === undefined || line.value.id === track),
  )
  const outbound = reportsOf(history.reports, 'outbound-rtp').filter((report) => kindOf(report) === 'video')
  return stopped || outbound.every((report) => (numberOf(report, 'packetsSent') ?? 0) === 0)
}
