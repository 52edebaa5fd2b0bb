import type { TraceEvent } from '../../trace/traceEvent'
import { linesOf, toGuess } from '../act'
import type { Evidence } from '../stepEvidence'
import { taught } from '../question'
import type { BrowserQuestion, Finding } from '../question'

/** What happens at the caller after step 13, in the order of display, which is not the right one. */
const HAPPENINGS = [
  'track.onunmute',
  'connectionState = "connected"',
  'signalingState = "stable"',
  'iceConnectionState = "connected"',
] as const

function isSign(happening: (typeof HAPPENINGS)[number], event: TraceEvent): boolean {
  if (happening === 'track.onunmute') return event.name === 'MediaStreamTrack.onunmute'
  if (event.kind !== 'state') return false
  const [field = '', value] = happening.replaceAll('"', '').split(' = ')
  return (event.data as Readonly<Record<string, unknown>>)[field] === value
}

/** The order in which the caller reported them; two in one report may be in either order. */
function order({ onward }: Evidence): Finding | null {
  const reports = onward.filter(({ role }) => role === 'caller')
  const at = new Map(HAPPENINGS.map((one) => [one, reports.findIndex(({ event }) => isSign(one, event))]))
  // What the caller reported before step 13, it does not report again.
  if (at.get('track.onunmute') === -1 || at.get('connectionState = "connected"') === -1) return null
  const ranked = [...HAPPENINGS].sort((one, other) => rankOf(at, one) - rankOf(at, other))
  const seen = ranked.map((one) => one.replace(/ = .*/, '')).join(' → ')
  const accepts = (guess: string) =>
    linesOf(guess).every((line, place, lines) => {
      const before = lines[place - 1]
      return before === undefined || rankOf(at, before) <= rankOf(at, line)
    })
  return { option: toGuess(ranked), seen, accepts }
}

function rankOf(at: ReadonlyMap<string, number>, line: string): number {
  return at.get(line) ?? Infinity
}

/** Put in order what happens between the last call and the first frame. */
export const connectOrder: BrowserQuestion = {
  id: 'connect-order',
  at: 'set-remote-answer',
  options: [],
  act: { kind: 'order', items: HAPPENINGS },
  taught: taught('step:connected', 'unmute'),
  grade: order,
}
