import type { Message } from '../../i18n/i18n'
import { iceWords } from '../../i18n/messages/ice'
import { isUnspecified } from '../../ice/address'
import { isHiddenAddress } from '../../ice/candidate'
import type { IceCandidate } from '../../ice/candidate'
import type { CandidateRow } from './candidateRows'
import { formatClock, formatDuration } from '../../ui/format'
import { formatAddress } from '../../projections/pairRows'

/** One field of a candidate: its name, its value and the meaning of the value. */
export interface Field {
  name: 'address' | 'protocol' | 'related' | 'server' | 'foundation' | 'component' | 'mid' | 'ufrag'
  value: string
  note: Message | null
  values?: Record<string, string | number>
}

const TYPES = ['host', 'srflx', 'prflx', 'relay'] as const

/** The type of a candidate if RFC 8445 defines it. */
export function typeName(type: string): (typeof TYPES)[number] | null {
  return TYPES.find((known) => known === type) ?? null
}

/** Notes on a candidate that come before its fields: its type, TCP, a hidden address. */
export function candidateNotes({
  type,
  tcpType,
  protocol,
  address,
}: IceCandidate): { text: Message; values?: { type: string } }[] {
  const name = typeName(type)
  return [
    { text: name === null ? iceWords.otherNote : iceWords[`${name}Note`] },
    ...(isHiddenAddress(address) ? [{ text: iceWords.hiddenNote }] : []),
    ...(tcpType === null || protocol === 'udp'
      ? []
      : [
          {
            text: tcpType === 'active' ? iceWords.tcpNote : iceWords.tcpOtherNote,
            values: { type: tcpType },
          },
        ]),
  ]
}

/** The fields that a candidate has, besides its priority, each with its meaning. */
export function candidateFields({ candidate, mid, ufrag, times }: CandidateRow): Field[] {
  if (candidate === null) return []
  const { address, port, protocol, relatedAddress, relatedPort, foundation, component } = candidate
  const fields: (Field | null)[] = [
    { name: 'address', value: formatAddress(address, port), note: null },
    { name: 'protocol', value: protocol, note: null },
    relatedAddress === null
      ? null
      : {
          name: 'related',
          value: formatAddress(relatedAddress, relatedPort ?? 0),
          note: relatedNote(candidate.type, relatedAddress),
        },
    times.url === null ? null : { name: 'server', value: times.url, note: null },
    { name: 'foundation', value: foundation, note: iceWords.foundationNote },
    {
      name: 'component',
      value: String(component),
      note: component === 2 ? iceWords.component2 : component === 1 ? iceWords.component1 : null,
    },
    mid === null ? null : { name: 'mid', value: mid, note: iceWords.midNote, values: { mid } },
    ufrag === null ? null : { name: 'ufrag', value: ufrag, note: null },
  ]
  return fields.filter((field) => field !== null)
}

/**
 * What the related address is: the base, the address that the TURN server saw, or a value that hides it (RFC 8839
 * §5.1).
 */
function relatedNote(type: string, address: string): Message | null {
  if (type !== 'relay' && type !== 'srflx' && type !== 'prflx') return null
  if (isUnspecified(address)) return iceWords.relatedHidden
  return type === 'relay' ? iceWords.relatedRelay : iceWords.relatedNote
}

/** One stage between gathering a candidate and adding it: what happened, when, and how long after the stage before. */
export interface Leg {
  name:
    'gathered' | 'held' | 'sent' | 'in-description' | 'arrived' | 'queued' | 'adding' | 'added' | 'refused'
  time: string | null
  after: string | null
}

/** The stages of a candidate from the end that gathered it to the other end's connection. */
export function candidateJourney({ sent, arrived, times }: CandidateRow): Leg[] {
  const { gatheredAt, sentAt, arrivedAt, settledAt } = times
  const legs: (Leg | null)[] = [
    gatheredAt === null ? null : leg('gathered', gatheredAt, null),
    sentAt !== null ? leg('sent', sentAt, gatheredAt) : sent === null ? null : leg(sent, null, null),
    arrivedAt === null ? null : leg('arrived', arrivedAt, sentAt),
    arrived === null ? null : leg(arrived, settledAt, arrivedAt),
  ]
  return legs.filter((one) => one !== null)
}

function leg(name: Leg['name'], at: number | null, before: number | null): Leg {
  return {
    name,
    time: at === null ? null : formatClock(at),
    after: at === null || before === null ? null : `+${formatDuration(at - before)}`,
  }
}
