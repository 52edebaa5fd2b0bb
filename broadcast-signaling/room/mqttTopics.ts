import * as v from 'valibot'
import type { MemberId, Receiver } from './transport'
import { ID_PATTERN, MAX_BODY } from './transport'

/**
 * What stands, retained, at the topic of a member. leaving: its page may be about to go, and if it is lost now, it has
 * left. An empty text deletes it: the member has left.
 */
export type Presence = 'here' | 'leaving' | 'lost' | ''

const PRESENCES: readonly string[] = ['here', 'leaving', 'lost', ''] satisfies Presence[]

/** What a topic of a room brings. */
export type MqttEvent =
  | { type: 'presence'; member: MemberId; presence: Presence }
  | { type: 'message'; from: MemberId; n: number; body: string }
  /** What the member sent to itself, to learn that what was retained has arrived. */
  | { type: 'mark'; mark: string }
  | { type: 'malformed'; from: MemberId | null }

const message = v.strictObject({
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  body: v.pipe(v.string(), v.maxLength(MAX_BODY)),
})

/** The topics of a room, as any MQTT tool shows them: handshake/1/ROOM/members/ID and handshake/1/ROOM/to/ID/FROM. */
export function createTopics(room: string, self: MemberId) {
  const root = `handshake/1/${room}`
  return {
    presence: (member: MemberId) => `${root}/members/${member}`,
    messages: (to: Receiver) => `${root}/to/${to}/${self}`,
    /** What a member subscribes to. */
    all: [`${root}/members/+`, `${root}/to/all/+`, `${root}/to/${self}/+`],

    /** Reads what arrived. The sender is the one that the topic names: a broker does not check it. Never throws. */
    read(topic: string, payload: Uint8Array): MqttEvent {
      const text = new TextDecoder().decode(payload)
      const parts = topic.slice(root.length + 1).split('/')
      const from = parts.at(-1) ?? ''
      if (!ID_PATTERN.test(from)) return { type: 'malformed', from: null }
      if (parts[0] === 'members' && PRESENCES.includes(text))
        return { type: 'presence', member: from, presence: text as Presence }
      if (from === self && parts[1] === self) return { type: 'mark', mark: text }
      try {
        return { type: 'message', from, ...v.parse(message, JSON.parse(text)) }
      } catch {
        return { type: 'malformed', from }
      }
    },
  }
}
