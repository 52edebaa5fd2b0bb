import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMqttRoom } from '../../../broadcast-signaling/room/mqtt'
import { createTopics } from '../../../broadcast-signaling/room/mqttTopics'
import { startBroker } from './broker'
import { createSockets } from './relayServer'
import type { TestMember } from './support'
import { messagesOf, presentFor, record, until } from './support'

let server: Awaited<ReturnType<typeof startBroker>>
const opened: TestMember[] = []
beforeEach(async () => {
  server = await startBroker()
})
afterEach(async () => {
  for (const member of opened.splice(0)) member.close()
  await server.end()
})

function open(self: string, grace = 30_000, page: EventTarget | null = null) {
  const sockets = createSockets()
  const options = { address: server.address, room: 'r', self, grace, createSocket: sockets.create, page }
  const member = record(openMqttRoom(options))
  opened.push(member)
  return { member, sockets }
}

const retained = () => server.retained()

describe('a room over a broker', () => {
  it('keeps who is there, and nothing once they have left', async () => {
    const [{ member: a }, { member: b }] = [open('a'), open('b')]
    await until(() => presentFor(a).length === 1 && presentFor(b).length === 1, 'both have met')
    expect(await retained()).toEqual({ 'handshake/1/r/members/a': 'here', 'handshake/1/r/members/b': 'here' })

    a.send('all', 'not kept')
    await until(() => messagesOf(b).length === 1, 'it has arrived')
    a.close()
    await until(() => presentFor(b).length === 0, 'a has left')
    expect(await retained()).toEqual({ 'handshake/1/r/members/b': 'here' })
  })

  it('learns from a last will that a member is lost, and deletes it after the grace', async () => {
    const [{ member: a }, { member: b, sockets }] = [open('a', 50), open('b', 50)]
    await until(() => presentFor(a).length === 1 && presentFor(b).length === 1, 'both have met')

    sockets.cut()

    await until(() => presentFor(a).length === 0, 'b is given up')
    await expect.poll(retained).toEqual({ 'handshake/1/r/members/a': 'here' })
  })

  it('counts a member as gone at once if its page was about to be left when its connection ended', async () => {
    const page = new EventTarget()
    const [{ member: a }, { member: b, sockets }] = [open('a'), open('b', 30_000, page)]
    await until(() => presentFor(a).length === 1 && presentFor(b).length === 1, 'both have met')

    page.dispatchEvent(new Event('beforeunload'))
    await expect.poll(retained).toMatchObject({ 'handshake/1/r/members/b': 'leaving' })
    expect(presentFor(a)).toEqual(['b'])
    sockets.cut()

    await until(() => presentFor(a).length === 0, 'b has left')
    expect(a.events.filter(({ type }) => type === 'left')).toEqual([{ type: 'left', member: 'b' }])
    await expect.poll(retained).toEqual({ 'handshake/1/r/members/a': 'here' })
  })

  it('shows a newcomer nobody who was lost long ago', async () => {
    const { member: a, sockets } = open('a')
    await until(() => a.status === 'open', 'a is in')
    sockets.cut()
    await expect.poll(retained).toEqual({ 'handshake/1/r/members/a': 'lost' })

    const { member: b } = open('b', 50)

    await until(() => presentFor(b).length === 1, 'a may still come back')
    await until(() => presentFor(b).length === 0, 'a does not')
  })

  it('is not disturbed by what strangers publish', async () => {
    const [{ member: a }, { member: b }] = [open('a'), open('b')]
    await until(() => presentFor(a).length === 1 && presentFor(b).length === 1, 'both have met')
    const publish = (topic: string, payload: string) =>
      new Promise<void>((done) => {
        const packet = { cmd: 'publish' as const, qos: 1 as const, dup: false, retain: false, topic, payload }
        server.broker.publish(packet, () => done())
      })

    await publish('handshake/1/r/to/all/b', 'not JSON')
    await publish('handshake/1/r/to/all/<b>', '{"n":1,"body":"x"}')
    await publish('handshake/1/r/members/b', 'elsewhere')
    await publish('handshake/1/s/to/all/b', '{"n":1,"body":"another room"}')
    await publish('handshake/1/r/members/a', '')
    b.send('a', 'goes on')

    await until(() => messagesOf(a).length > 0, 'it has arrived')
    expect(messagesOf(a)).toEqual(['b: goes on'])
    expect(a.events.filter(({ type }) => type === 'refused')).toEqual([
      { type: 'refused', from: 'b', reason: 'malformed' },
      { type: 'refused', from: null, reason: 'malformed' },
      { type: 'refused', from: 'b', reason: 'malformed' },
    ])
    // Whoever deletes a member that is there is corrected.
    await expect.poll(retained).toMatchObject({ 'handshake/1/r/members/a': 'here' })
  })
})

it('whatever a topic brings is read without an error', () => {
  const topics = createTopics('r', 'me')
  const topic = fc.oneof(
    fc.string(),
    fc
      .constantFrom('handshake/1/r/members/', 'handshake/1/r/to/all/', 'handshake/1/r/to/me/')
      .chain((root) => fc.string().map((rest) => root + rest)),
  )
  fc.assert(
    fc.property(topic, fc.uint8Array(), fc.json(), (name, bytes, json) => {
      for (const payload of [bytes, new TextEncoder().encode(json)]) {
        const event = topics.read(name, payload)
        if (event.type === 'message') expect(event.from).toMatch(/^[\w-]{1,64}$/)
      }
    }),
  )
})
