import type {
  EndedCall,
  Line,
  Member,
  MemberId,
  Via,
  RoomCall,
  RoomContext,
  RoomEvent,
} from './roomContracts'

/* Pure functions of the context, which the machine's actions and guards use. */

/** Lines that are kept: more would only use memory. */
const MOST_LINES = 300
/** Milliseconds within which the same words by another way are the same line. */
const SAME_LINE = 10_000

/** A participant who is in no room. */
export const FIRST_ROOM: RoomContext = {
  room: '',
  name: '',
  self: null,
  joinedAt: 0,
  transport: 'connecting',
  transportReason: null,
  members: [],
  call: null,
  ended: null,
  proposals: null,
  lines: [],
  nextLine: 0,
}

/** What is shown of a member: its name, or its id until the name has arrived. */
export function nameOf({ members }: RoomContext, id: MemberId): string {
  return members.find((member) => member.id === id)?.name ?? id.slice(0, 8)
}

/** Names that look the same count as the same. */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase()
  return plain(one) === plain(other)
}

/** A member whose hello has not arrived. */
function unknownMember(id: MemberId): Member {
  return { id, name: null, joinedAt: null, busy: false }
}

/** The other members after an event of the transport or a hello. */
export function foldMembers({ members, self }: RoomContext, event: RoomEvent): Member[] {
  switch (event.type) {
    case 'transport.members':
      return event.members
        .filter((id) => id !== self)
        .map((id) => members.find((known) => known.id === id) ?? unknownMember(id))
    case 'transport.joined':
      return event.member === self || members.some(({ id }) => id === event.member)
        ? members
        : [...members, unknownMember(event.member)]
    case 'transport.left':
      return members.filter(({ id }) => id !== event.member)
    case 'got.leave':
      return members.filter(({ id }) => id !== event.from)
    case 'got.hello': {
      const { from: id, name, joinedAt, busy } = event
      const known = members.some((member) => member.id === id)
      return known
        ? members.map((member) => (member.id === id ? { id, name, joinedAt, busy } : member))
        : [...members, { id, name, joinedAt, busy }]
    }
    default:
      return members
  }
}

/** Whether another member had this participant's name first. If both came at the same time, the smaller id was first. */
export function isTaken({ name, joinedAt, self }: RoomContext, event: RoomEvent): boolean {
  if (event.type !== 'got.hello' || !sameName(event.name, name)) return false
  return event.joinedAt === joinedAt ? event.from < (self ?? '') : event.joinedAt < joinedAt
}

/** Two names like the taken one that nobody has. */
export function proposeNames({ name, members, self }: RoomContext): [string, string] {
  const isFree = (text: string) =>
    !sameName(text, name) && members.every((member) => member.name === null || !sameName(member.name, text))
  const stem = shortened(name)
  const numbered = Array.from({ length: members.length + 2 }, (_, index) => `${stem} ${String(index + 2)}`)
  const letters = (self ?? '').replace(/\W/g, '').slice(-4) || '0'
  const marked = [`${stem}-${letters}`, ...numbered.map((text) => `${text}-${letters}`)]
  return [numbered.find(isFree) ?? `${stem} 2`, marked.find(isFree) ?? `${stem}-${letters}`]
}

/** The beginning of a name, so that with a number after it it is not too long for a hello (40 UTF-16 units). */
function shortened(name: string): string {
  let stem = ''
  for (const letter of name) if (stem.length + letter.length <= 28) stem += letter
  return stem.trim()
}

type NewLine = Line extends infer L ? (L extends Line ? Omit<L, 'id'> : never) : never

/** The lines with one more, and without those that are too old. */
export function addLine(
  { lines, nextLine }: RoomContext,
  line: NewLine,
): Pick<RoomContext, 'lines' | 'nextLine'> {
  const numbered: Line = { ...line, id: nextLine }
  return { lines: [...lines, numbered].slice(-MOST_LINES), nextLine: nextLine + 1 }
}

/** The lines with words that have arrived. The same words by the other way are the same line. */
export function receiveLine(
  context: RoomContext,
  { name, text, via, at }: { name: string; text: string; via: Via; at: number },
): Pick<RoomContext, 'lines' | 'nextLine'> {
  const same = context.lines
    .filter((line) => line.kind === 'chat' && !line.own && line.name === name && line.text === text)
    .at(-1)
  if (same?.kind !== 'chat' || same.via.includes(via) || at - same.at >= SAME_LINE)
    return addLine(context, { kind: 'chat', name, own: false, text, via: [via], at })
  const lines = context.lines.map((line) => (line === same ? { ...same, via: [...same.via, via] } : line))
  return { lines, nextLine: context.nextLine }
}

/** The invitation or the call that an event names; null if it is not this participant's. */
export function isOfCall({ call }: RoomContext, event: RoomEvent): boolean {
  return (
    call !== null &&
    'from' in event &&
    'call' in event &&
    event.from === call.partner &&
    event.call === call.id
  )
}

/** The member that an event says is gone; null for every other event. */
export function goneMember(event: RoomEvent): MemberId | null {
  if (event.type === 'transport.left') return event.member
  return event.type === 'got.leave' ? event.from : null
}

/** A call that begins with an invitation. */
export function newCall(
  context: RoomContext,
  call: Pick<RoomCall, 'id' | 'partner' | 'role' | 'camera'>,
): RoomCall {
  return {
    ...call,
    partnerName: nameOf(context, call.partner),
    accepted: false,
    partnerSends: { audio: true, video: true },
    away: false,
    broken: false,
  }
}

/** What is left of the call once it is over. */
export function endOf(
  { call }: RoomContext,
  how: Omit<EndedCall, 'name'>,
): Pick<RoomContext, 'call' | 'ended'> {
  return { call: null, ended: { ...how, name: call?.partnerName ?? '' } }
}
