import type { Description } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { EndView } from '../../../machines/progress'
import type { End } from '../../../machines/steps'
import { originOf, sessionOf } from '../../sdp/lines'
import type { Story } from '../../sdp/reasons'
import { draftsIn } from '../../projections/sdpSlots'
import type { DescriptionSlot } from '../../projections/sdpSlots'

const OTHER = { caller: 'callee', callee: 'caller' } as const

/** Who wrote a description, in which round and with which tracks: what the reasons of its lines are read from. */
export function storyOf(
  entries: readonly LogEntry[],
  ends: Record<End, EndView>,
  { end, slot }: DescriptionSlot,
  { type, sdp }: Description,
): Story {
  const writer = slot.endsWith('RemoteDescription') ? OTHER[end] : end
  const drafts = entries.flatMap((entry) => (entry.end === writer ? draftsIn(entry.event) : []))
  const isOwn = isOfBrowser(sdp) && drafts.some((draft) => sessionOf(draft.sdp) === sessionOf(sdp))
  const tracks = ends[writer].context.media?.tracks.map(({ kind }) => kind) ?? []
  return { isOwn, type, writer, round: roundOf(drafts[0]?.sdp, sdp), tracks }
}

/** How browsers sign: libwebrtc of Chromium and WebKit with a dash and the loopback address, Firefox with its mark. */
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
