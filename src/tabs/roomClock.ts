import * as v from 'valibot'
import type { Channel } from '../../broadcast-signaling/channel'
import type { RoomTransport } from '../../broadcast-signaling/room/transport'

/** How far the clock of the room is ahead of this device's, in milliseconds; `error` is half the round trip. */
export interface ClockOffset {
  ms: number
  error: number
}

/** Questions for one estimate: the answer with the shortest way counts. */
const QUESTIONS = 4
/** Milliseconds after which a question without an answer is asked again. */
const PATIENCE = 1_000
/** After so many unanswered questions the device keeps its own clock. */
const UNANSWERED = 3

const id = v.pipe(v.string(), v.maxLength(64))
const message = v.variant('kind', [
  v.strictObject({ kind: v.literal('ask'), from: id, sent: v.number() }),
  v.strictObject({ kind: v.literal('answer'), to: id, sent: v.number(), at: v.number() }),
])

/**
 * Agrees on one clock with the other devices of a room: that of the device that came first. Each later device asks for
 * the time and takes the middle of the round trip, as NTP does (RFC 5905 §8). `onOffset` gets the estimate, once.
 * @param now milliseconds since 1970 by this device's clock
 * @returns a function that stops it
 */
export function agreeOnClock(
  transport: RoomTransport,
  channel: Channel,
  now: () => number,
  onOffset: (offset: ClockOffset | null) => void,
): () => void {
  let agreed: ClockOffset | null = null
  let best: ClockOffset | null = null
  let answers = 0
  let unanswered = 0
  let asking: ReturnType<typeof setTimeout> | undefined

  function settle(offset: ClockOffset | null) {
    clearTimeout(asking)
    if (agreed !== null) return
    agreed = offset ?? { ms: 0, error: 0 }
    onOffset(offset)
  }

  function ask() {
    channel.post({ kind: 'ask', from: transport.self, sent: now() })
    clearTimeout(asking)
    asking = setTimeout(() => {
      unanswered += 1
      if (unanswered === UNANSWERED) settle(best)
      else ask()
    }, PATIENCE)
  }

  function take(sent: number, at: number) {
    const trip = now() - sent
    if (trip < 0 || agreed !== null) return
    const offset = { ms: at + trip / 2 - now(), error: trip / 2 }
    if (best === null || offset.error < best.error) best = offset
    answers += 1
    if (answers >= QUESTIONS) settle(best)
    else ask()
  }

  const stops = [
    transport.subscribe((event) => {
      if (event.type !== 'members' || agreed !== null || asking !== undefined) return
      if (event.members.length === 0) settle({ ms: 0, error: 0 })
      else ask()
    }),
    channel.subscribe((data) => {
      const { success, output } = v.safeParse(message, data)
      if (!success) return
      if (output.kind === 'answer') {
        if (output.to === transport.self) take(output.sent, output.at)
      } else if (agreed !== null) {
        channel.post({ kind: 'answer', to: output.from, sent: output.sent, at: now() + agreed.ms })
      }
    }),
  ]
  return () => {
    clearTimeout(asking)
    for (const stop of stops) stop()
  }
}
