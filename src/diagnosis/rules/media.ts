import { isLine } from '../applied'
import type { Applied, LineOf } from '../applied'
import type { DumpReport } from '../dump'
import { proofOf, reportProof } from '../finding'
import type { Finding, Rule, View } from '../finding'
import { readOutline } from '../history'
import { everHad, growthOf, kindOf, numberOf, reportsOf, textOf } from '../stats'
import { captureLines, pageLines } from './capture'
import { originOfRemote } from './path'

/**
 * The ends have no codec in common: the answer rejects a section with port 0 that the offer had open (RFC 9429 §5.3.1,
 * RFC 3264 §6), or a decoder that decodes nothing stands in (`NullVideoDecoder`, Chromium). A section that the offer
 * itself closed, and one that waits in a bundle, are not rejected. Servers also reject what they do not want, so only a
 * browser's rejection proves something.
 */
export const noCommonCodec: Rule = (view) => rejectedSection(view) ?? nullDecoder(view)

function rejectedSection({ history, other }: View): Finding | null {
  for (const { offer, answer } of history.rounds) {
    if (!answer || offer.sdp === '' || answer.sdp === '') continue
    const offered = readOutline(offer.sdp).sections
    const answered = readOutline(answer.sdp).sections
    for (const [index, section] of offered.entries()) {
      const reply = answered[index]
      if (!reply?.isRejected || section.isRejected || section.port === '0') continue
      if (section.media !== 'audio' && section.media !== 'video') continue
      if (isStopped(history.lines, section.media)) continue
      const isBrowser = answer.side === 'local' || other !== null || originOfRemote(history) === 'browser'
      const taken = answered.some(({ media, isRejected }) => media === section.media && !isRejected)
      const names = codecNames(section.codecs)
      const supported = new Set(
        history.applied
          .filter(({ side, sdp }) => side === answer.side && sdp !== '')
          .flatMap(({ sdp }) => readOutline(sdp).sections)
          .filter(({ media, isRejected }) => media === section.media && !isRejected)
          .flatMap(({ codecs }) => codecs.map(({ name }) => name.toLowerCase())),
      )
      const shares = section.codecs.some(({ name }) => supported.has(name.toLowerCase()))
      // The same codec was taken elsewhere: the section was declined on purpose.
      if (taken || shares || !isBrowser) continue
      // Chromium leaves one format in the section where it has none in common, and keeps all where a person declined.
      const isEmpty = reply.codecs.length <= 1 && section.codecs.length > 1
      return {
        step: answer.side === 'local' ? 'create-answer' : 'set-remote-answer',
        certainty: isEmpty || supported.size > 0 ? 'proved' : 'likely',
        proof: proofOf(history, offer.seq, answer.seq),
        ...(!isEmpty && supported.size === 0 && { missing: ['other-end'] as const }),
        facts: { kind: section.media, offered: names, mid: section.mid },
      }
    }
  }
  return null
}

function codecNames(codecs: readonly { name: string }[]): string {
  return [...new Set(codecs.map(({ name }) => name))].slice(0, 6).join(', ')
}

function isStopped(lines: View['history']['lines'], kind: string): boolean {
  return lines.some(
    (line) => isLine(line, 'removeTrack') && (line.value === null || line.value.kind === kind),
  )
}

function nullDecoder({ history }: View): Finding | null {
  const found = reportsOf(history.reports, 'inbound-rtp').find(
    (report) =>
      /NullVideoDecoder/i.test(textOf(report, 'decoderImplementation')) &&
      (numberOf(report, 'framesDecoded') ?? 0) === 0,
  )
  return found
    ? {
        step: 'set-remote-answer',
        certainty: 'proved',
        proof: reportProof(history, found.id),
        facts: { variant: 'decoder', kind: 'video', decoder: 'NullVideoDecoder', offered: '' },
      }
    : null
}

/** Milliseconds of packets without a picture; a key frame is asked for at once, and again every 200 ms or so. */
const NO_PICTURE = 4_000

/**
 * Packets of a video arrive and no frame is decoded, because the key frame that decoding begins with never comes (RFC
 * 4585 §6.3.1, PLI; webrtc-stats §8.4.2, keyFramesDecoded).
 */
export const noKeyFrame: Rule = ({ history }) => {
  for (const report of reportsOf(history.reports, 'inbound-rtp')) {
    if (kindOf(report) !== 'video') continue
    const packets = growthOf(report, 'packetsReceived')
    const decoded = numberOf(report, 'framesDecoded')
    const pli = growthOf(report, 'pliCount')
    const fir = growthOf(report, 'firCount')
    const asks = (pli?.by ?? 0) + (fir?.by ?? 0) + (numberOf(report, 'pliCount') ?? 0)
    const isNull = /NullVideoDecoder/i.test(textOf(report, 'decoderImplementation'))
    if (decoded !== 0 || isNull || packets === null || packets.samples < 3) continue
    if (packets.by < 30 || packets.within < NO_PICTURE || asks === 0) continue
    const keys = numberOf(report, 'keyFramesDecoded')
    return {
      step: 'set-remote-answer',
      certainty: keys === 0 || keys === null ? 'proved' : 'likely',
      proof: reportProof(history, report.id),
      facts: {
        packets: String(numberOf(report, 'packetsReceived') ?? packets.by),
        pli: String(numberOf(report, 'pliCount') ?? 0),
      },
    }
  }
  return null
}

/**
 * Frames are decoded, and no element shows them: autoplay was refused, or `srcObject` was never set (HTML §4.8.11.5,
 * autoplay). Only a recording of the page's elements can tell, so without it this rule says nothing.
 */
export const notShown: Rule = ({ history, dump }) => {
  if (!history.covers.has('playback')) return null
  const shows = pageLines(dump).some(
    (line) => isLine(line, 'HTMLMediaElement.resize') && (line.conn === null || line.conn === history.id),
  )
  if (shows) return null
  const decoded = reportsOf(history.reports, 'inbound-rtp').find(
    (report) => kindOf(report) === 'video' && (numberOf(report, 'framesDecoded') ?? 0) > 30,
  )
  return decoded
    ? {
        step: 'set-remote-answer',
        certainty: 'open',
        proof: reportProof(history, decoded.id),
        missing: ['page-code'],
        facts: { frames: String(numberOf(decoded, 'framesDecoded') ?? 0) },
      }
    : null
}

/**
 * The answer only receives, or does nothing, because the callee added no track before it made it (RFC 9429 §5.3.1;
 * WebRTC §5.4, direction). A viewer may want just that, and many servers offer both directions to viewers: so only tracks
 * that were added too late prove it, and a capture for nothing makes it likely; between two browsers it else stays open.
 */
export const calleeAddedNothing: Rule = (view) => {
  const { history } = view
  const round = history.rounds.findLast(({ answer }) => answer !== null)
  const [first] = history.rounds
  if (!round?.answer || first?.offer.side !== 'remote' || round.offer.side !== 'remote')
    return seenByCaller(view)
  const silent = silentKinds(round.offer, round.answer)
  const before = history.lines.filter(({ seq }) => seq < (round.answer?.seq ?? 0))
  if (silent.length === 0 || !history.covers.has('calls') || before.some(addsOwn)) return null
  const late = history.lines.find((line) => line.seq > (round.answer?.seq ?? 0) && addsOwn(line))
  const captured = captureLines(view).find(
    (line) => isLine(line, 'getUserMediaOnSuccess') && !isUsedElsewhere(view, line),
  )
  const isFromServer = view.other === null && originOfRemote(history) !== 'browser'
  if (!late && !captured && (isFromServer || !view.state.hasConnected)) return null
  return {
    step: 'prepare-callee-media',
    certainty: late ? 'proved' : captured ? 'likely' : 'open',
    proof: proofOf(history, round.offer.seq, round.answer.seq, late?.seq ?? captured?.seq),
    ...(!late && { missing: ['page-code'] as const }),
    facts: { kinds: silent.join(', '), variant: late ? 'late' : 'never' },
  }
}

/** Whether another connection of the page sends what was captured. */
function isUsedElsewhere({ dump, history }: View, { value }: LineOf<'getUserMediaOnSuccess'>): boolean {
  const ids = new Set(value.tracks.map(({ id }) => id).filter((id) => id !== undefined))
  return pageLines(dump).some(
    (line) =>
      isLine(line, 'addTrack') &&
      line.conn !== history.id &&
      line.value.id !== undefined &&
      ids.has(line.value.id),
  )
}

/** The caller's file has only the answer: where its end is in another file, that one decides. */
function seenByCaller({ history, other }: View): Finding | null {
  const round = history.rounds.findLast(({ answer }) => answer !== null)
  if (!round?.answer || other !== null || round.offer.side !== 'local') return null
  const silent = silentKinds(round.offer, round.answer)
  const receives = reportsOf(history.reports, 'inbound-rtp').length > 0
  if (silent.length === 0 || receives || originOfRemote(history) !== 'browser') return null
  const { sections } = readOutline(round.answer.sdp)
  if (sections.some(({ direction, media }) => media !== 'application' && direction.startsWith('send')))
    return null
  return {
    step: 'prepare-callee-media',
    certainty: 'open',
    proof: proofOf(history, round.offer.seq, round.answer.seq),
    missing: ['other-end'],
    facts: { kinds: silent.join(', '), variant: 'seen' },
  }
}

/** The kinds that were offered in both directions, and that the answer does not send. */
function silentKinds(offer: Applied, answer: Applied): string[] {
  if (offer.sdp === '' || answer.sdp === '') return []
  const answered = readOutline(answer.sdp).sections
  const kinds = readOutline(offer.sdp).sections.flatMap(({ media, direction, isRejected }, index) => {
    const reply = answered[index]
    const isSilent = reply && (reply.direction === 'recvonly' || reply.direction === 'inactive')
    const isMedia = media === 'audio' || media === 'video'
    return isMedia && !isRejected && direction === 'sendrecv' && isSilent && !reply.isRejected ? [media] : []
  })
  const sent = answered.filter(({ direction, isRejected }) => !isRejected && direction.startsWith('send'))
  return [...new Set(kinds)].filter((kind) => !sent.some(({ media }) => media === kind))
}

function addsOwn(line: View['history']['lines'][number]): boolean {
  if (isLine(line, 'addTrack')) return true
  if (isLine(line, 'replaceTrack')) return line.value !== null
  return (
    isLine(line, 'addTransceiver') &&
    (line.value.cause === undefined || line.value.cause.startsWith('add')) &&
    /^send/.test(line.value.direction ?? 'sendrecv')
  )
}

/** Whether a report was ever limited by something. */
export function wasLimited(report: DumpReport): boolean {
  return everHad(report, 'qualityLimitationReason', (value) => value === 'cpu' || value === 'bandwidth')
}
