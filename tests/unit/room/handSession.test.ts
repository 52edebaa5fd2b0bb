import { expect, test, vi } from 'vitest'
import type { HandDescription } from '../../../broadcast-signaling/room/byHand'
import type { TextChannel } from '../../../broadcast-signaling/room/channel'
import type { RoomTransport } from '../../../broadcast-signaling/room/transport'
import { OLD } from '../../../src/room/handCheck'
import { createHandSession } from '../../../src/room/handSession'

const describe = (type: 'offer' | 'answer', ufrag: string, lines = 1): HandDescription => ({
  type,
  sdp: `${[
    'v=0',
    'o=- 1 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    ...Array.from(
      { length: lines },
      (_, index) =>
        `a=candidate:${index} 1 udp ${Math.imul(index + 7, 0x9e3779b1) >>> 0} 192.0.2.${index} 5000${index} typ host`,
    ),
    `a=ice-ufrag:${ufrag}`,
    `a=setup:${type === 'offer' ? 'actpass' : 'active'}`,
    'a=mid:0',
  ].join('\r\n')}\r\n`,
})

/** A person with a page: a session over a connection that does what the test says. */
function person(name: string, lines = 1) {
  let now = Date.UTC(2026, 10, 30)
  const channel: TextChannel = {
    state: 'open',
    send: vi.fn(),
    onText: () => undefined,
    onState: () => undefined,
    close: vi.fn(),
  }
  const nothing: () => void = () => undefined
  const listeners = { open: nothing, failed: nothing }
  let made = 0
  const connection = {
    channel,
    offer: vi.fn(() => Promise.resolve(describe('offer', `${name}${String((made += 1))}`, lines))),
    answer: vi.fn((_offer: HandDescription) => Promise.resolve(describe('answer', `${name}A`, lines))),
    accept: vi.fn((_answer: HandDescription) => Promise.resolve()),
    onOpen: (listener: () => void) => (listeners.open = listener),
    onFailed: (listener: () => void) => (listeners.failed = listener),
    close: vi.fn(),
  }
  const opened: RoomTransport[] = []
  const session = createHandSession({
    openConnection: () => connection,
    now: () => now,
    onOpen: (transport) => opened.push(transport),
  })
  return { session, connection, opened, listeners, wait: (by: number) => (now += by) }
}

test('an offer and its answer go from hand to hand, and the room opens at both ends', async () => {
  const [ming, lin] = [person('m'), person('l')]
  await ming.session.makeOffer()
  expect(ming.session.step.value).toBe('offering')
  await lin.session.take(ming.session.out.value!.text)
  expect(lin.session.step.value).toBe('answering')
  expect(lin.connection.answer).toHaveBeenCalledWith(describe('offer', 'm1'))
  await ming.session.take(`https://a.example/en/room/#${lin.session.out.value!.fragment}`)
  expect(ming.session.step.value).toBe('connecting')
  expect(ming.connection.accept).toHaveBeenCalledWith(describe('answer', 'lA'))
  for (const one of [ming, lin]) one.listeners.open()
  expect(ming.opened.map(({ self }) => self)).toEqual(['offerer'])
  expect(lin.opened.map(({ self }) => self)).toEqual(['answerer'])
  // The connection belongs to the room now.
  ming.session.close()
  expect(ming.connection.close).not.toHaveBeenCalled()
})

test('parts in any order make an offer; what is missing is told', async () => {
  const [ming, lin] = [person('m', 120), person('l')]
  await ming.session.makeOffer()
  const parts = ming.session.out.value!.parts
  expect(parts.length).toBeGreaterThan(2)
  await lin.session.take(parts.at(-1)!)
  expect(lin.session.said.value).toEqual({
    kind: 'missing',
    missing: parts.slice(0, -1).map((_, index) => index + 1),
    of: parts.length,
  })
  for (const part of parts.slice(0, -1)) await lin.session.take(part)
  expect(lin.session.step.value).toBe('answering')
})

test('what does not belong here is told and changes nothing', async () => {
  const [ming, lin, ada] = [person('m'), person('l'), person('a')]
  await ming.session.makeOffer()
  await lin.session.makeOffer()
  const fault = async (at: typeof ming, text: string) => {
    const before = at.session.step.value
    await at.session.take(text)
    expect(at.session.step.value).toBe(before)
    const said = at.session.said.value
    return said?.kind === 'fault' ? said.fault : said?.kind
  }
  const { text } = ming.session.out.value!
  expect(await fault(ming, text)).toBe('own')
  expect(await fault(lin, text)).toBe('expects-answer')
  await ada.session.take(text)
  const answer = ada.session.out.value!.text
  expect(await fault(person('x'), answer)).toBe('no-offer')
  // Lin has made another offer than the one that Ada answers.
  expect(await fault(lin, answer)).toBe('other-offer')
  await ming.session.makeOffer()
  expect(await fault(ming, answer)).toBe('other-offer')
  const late = person('x')
  late.wait(OLD + 1_000)
  expect(await fault(late, text)).toBe('too-old')
  const bare = describe('offer', 'z', 0)
  expect(await fault(person('x'), JSON.stringify(bare))).toBe('no-candidates')
  const media = describe('offer', 'z').sdp.replace('application', 'audio')
  expect(await fault(person('x'), JSON.stringify({ type: 'offer', sdp: media }))).toBe('no-channel')
})

test('an offer that the browser refuses is told, and another one can be taken', async () => {
  const [ming, lin] = [person('m'), person('l')]
  await ming.session.makeOffer()
  lin.connection.answer.mockRejectedValueOnce(new Error('line 7'))
  await lin.session.take(ming.session.out.value!.text)
  expect(lin.session.said.value).toEqual({ kind: 'refused', why: 'line 7' })
  expect(lin.session.step.value).toBe('start')
  expect(lin.connection.close).toHaveBeenCalled()
  await lin.session.take(ming.session.out.value!.text)
  expect(lin.session.step.value).toBe('answering')
})

test('ICE that gives up while an answer is carried means nothing; afterwards it is told', async () => {
  const [ming, lin] = [person('m'), person('l')]
  await ming.session.makeOffer()
  await lin.session.take(ming.session.out.value!.text)
  lin.listeners.failed()
  expect(lin.session.step.value).toBe('answering')
  await ming.session.take(lin.session.out.value!.text)
  ming.listeners.failed()
  expect(ming.session.step.value).toBe('failed')
  ming.session.startOver()
  expect(ming.session.step.value).toBe('start')
})

test('a link that is opened elsewhere is wanted only where it is waited for', async () => {
  const ming = person('m')
  expect(ming.session.wants('offer=1.x')).toBe(true)
  expect(ming.session.wants('answer=1.x')).toBe(false)
  await ming.session.makeOffer()
  expect(ming.session.wants('answer=1.x')).toBe(true)
  expect(ming.session.wants(ming.session.out.value!.fragment)).toBe(false)
})
