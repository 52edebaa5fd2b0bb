import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TextChannel } from '../../../broadcast-signaling/room/channel'
import { openChannelRoom } from '../../../broadcast-signaling/room/channel'
import { MAX_BODY } from '../../../broadcast-signaling/room/transport'
import { messagesOf, presentFor, record, statusesOf, until } from './support'

/** Two ends of a way for texts, as a data channel is one. */
function createPair() {
  const ends = ['offerer', 'answerer'] as const
  const hear: Record<string, (text: string) => void> = {}
  const tell: Record<string, () => void> = {}
  let state: TextChannel['state'] = 'open'
  const longest = { sent: 0 }
  const become = (next: TextChannel['state']) => {
    state = next
    for (const end of ends) tell[end]?.()
  }
  const channelOf = (end: string, other: string): TextChannel => ({
    get state() {
      return state
    },
    send(text) {
      longest.sent = Math.max(longest.sent, new TextEncoder().encode(text).length)
      queueMicrotask(() => hear[other]?.(text))
    },
    onText: (listener) => (hear[end] = listener),
    onState: (listener) => (tell[end] = listener),
    close: () => become('closed'),
  })
  const [offerer, answerer] = [
    record(openChannelRoom(channelOf('offerer', 'answerer'), 'offerer')),
    record(openChannelRoom(channelOf('answerer', 'offerer'), 'answerer')),
  ]
  return { offerer, answerer, become, longest, hear }
}

async function meet() {
  const pair = createPair()
  await until(
    () => presentFor(pair.offerer).length === 1 && presentFor(pair.answerer).length === 1,
    'both have met',
  )
  return pair
}

it('two meet, and every text arrives whole and in order, also a long one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.nat(90_000).map((length) => '语'.repeat(length)),
        ),
        { maxLength: 5 },
      ),
      async (texts) => {
        const { offerer, answerer, longest } = await meet()
        for (const text of texts) offerer.send('answerer', text)
        await until(() => messagesOf(answerer).length === texts.length, 'all have arrived')
        expect(messagesOf(answerer)).toEqual(texts.map((text) => `offerer: ${text}`))
        expect(longest.sent).toBeLessThanOrEqual(64 * 1024)
      },
    ),
    { numRuns: 30 },
  )
})

it('is lost while nothing passes, open again afterwards, and over once one has gone', async () => {
  const { offerer, answerer, become } = await meet()
  become('interrupted')
  become('open')
  offerer.close()
  await until(() => presentFor(answerer).length === 0, 'the offerer is gone')
  expect(statusesOf(answerer)).toEqual(['open', 'lost', 'open', 'closed'])
  expect(statusesOf(offerer)).toEqual(['open', 'lost', 'open', 'closed'])
})

it('whatever arrives is a message or refused, and its length is limited', async () => {
  const { answerer, hear } = await meet()
  fc.assert(
    fc.property(fc.string(), (text) => {
      hear['answerer']!(text)
    }),
  )
  answerer.events.length = 0
  hear['answerer']!('no piece')
  for (let sent = 0; sent <= MAX_BODY; sent += 60_000) hear['answerer']!(`+${'x'.repeat(60_000)}`)
  hear['answerer']!('.rest')
  expect(answerer.events).toMatchObject([
    { type: 'refused', from: 'offerer' },
    { type: 'refused', from: 'offerer' },
    { type: 'message' },
  ])
})
