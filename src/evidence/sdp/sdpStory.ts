import type { Description } from '../../../machines/contracts'
import { originOf, sessionOf } from '../../sdp/lines'
import type { Story } from '../../sdp/reasons'
import { draftsIn } from '../../projections/earlierText'
import type { DescriptionSlot } from '../../projections/sdpSlots'
import { partnerOf } from '../../trace/trace'
import type { ConnectionView, Trace } from '../../trace/trace'

/** Who wrote a description, in which round and with which tracks: the basis for the reasons of its lines. */
export function storyOf(
  { connections, trace }: { connections: readonly ConnectionView[]; trace: Pick<Trace, 'events'> },
  { conn, slot }: DescriptionSlot,
  { type, sdp }: Description,
): Story {
  const writer = slot.endsWith('RemoteDescription')
    ? partnerOf(connections, conn)
    : (connections.find(({ id }) => id === conn) ?? null)
  const drafts = trace.events.flatMap((event) => (event.conn === writer?.id ? draftsIn(event) : []))
  // If that end was not recorded, the cause of a line is not known.
  const isKnown = writer !== null && writer.end !== null
  const isOwn = isKnown && isOfBrowser(sdp) && drafts.some((draft) => sessionOf(draft.sdp) === sessionOf(sdp))
  const tracks = writer?.facts.media?.tracks.map(({ kind }) => kind) ?? []
  return { isOwn, type, writer: writer?.role ?? null, round: roundOf(drafts[0]?.sdp, sdp), tracks }
}

/**
 * Whether a browser wrote the text: libwebrtc (Chromium, WebKit) writes `o=-` and the loopback address, Firefox its
 * name.
 */
function isOfBrowser(sdp: string): boolean {
  return /^o=(?:- \d+ \d+ IN IP4 127\.0\.0\.1|mozilla\S* \d+ \d+ IN IP4 0\.0\.0\.0)\s*$/.test(
    originOf(sdp) ?? '',
  )
}

function roundOf(first: string | undefined, sdp: string): Story['round'] {
  if (first === undefined || originOf(first) === originOf(sdp)) return 'first'
  return ufragOf(first) === ufragOf(sdp) ? 'again' : 'restart'
}

function ufragOf(sdp: string): string | undefined {
  return /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1]
}
