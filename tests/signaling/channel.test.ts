import type { Channel } from '../../broadcast-signaling/channel'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openBroadcast } from '../../broadcast-signaling/broadcast'
import { createMemoryBus } from '../../broadcast-signaling/memory'

const bus = createMemoryBus()
const kinds: [string, (name: string) => Channel][] = [
  ['memory', (name) => bus.open(name)],
  ['broadcast', openBroadcast],
]

describe.each(kinds)('a %s channel', (kind, openChannel) => {
  const opened: Channel[] = []
  afterEach(() => {
    for (const channel of opened.splice(0)) channel.close()
  })

  function open(name = 'wire'): Channel {
    const channel = openChannel(`${kind} ${name}`)
    opened.push(channel)
    return channel
  }

  function listen(channel: Channel): unknown[] {
    const heard: unknown[] = []
    channel.subscribe((data) => heard.push(data))
    return heard
  }

  it('delivers in the order of posting', async () => {
    const a = open()
    const heard = listen(open())
    const numbers = Array.from({ length: 100 }, (_, n) => n)

    for (const n of numbers) a.post(n)

    await vi.waitFor(() => expect(heard).toHaveLength(100))
    expect(heard).toEqual(numbers)
  })

  it('reaches every other channel of the name, and no echo comes back', async () => {
    const [a, b, c] = [open(), open(), open()]
    const heard = [listen(a), listen(b), listen(c)]

    a.post('from a')
    await vi.waitFor(() => expect(heard).toEqual([[], ['from a'], ['from a']]))
    b.post('from b')

    await vi.waitFor(() => expect(heard[0]).toHaveLength(1))
    await vi.waitFor(() => expect(heard[2]).toHaveLength(2))
    expect(heard).toEqual([['from b'], ['from a'], ['from a', 'from b']])
  })

  it('does not reach a channel of another name', async () => {
    const a = open()
    const near = listen(open())
    const far = open('elsewhere')
    const heardFar = listen(far)

    a.post('here')
    await vi.waitFor(() => expect(near).toEqual(['here']))
    open('elsewhere').post('there')

    await vi.waitFor(() => expect(heardFar).toHaveLength(1))
    expect(heardFar).toEqual(['there'])
  })

  it('keeps nothing for a channel that is opened or subscribed later', async () => {
    const a = open()
    const now = listen(open())
    const silent = open()

    a.post('early')
    const lateOpened = listen(open())
    await vi.waitFor(() => expect(now).toEqual(['early']))
    const lateSubscribed = listen(silent)
    a.post('late')

    await vi.waitFor(() => expect([lateOpened, lateSubscribed]).toEqual([['late'], ['late']]))
  })

  it('sends a structured clone, taken at once, one for each receiver', async () => {
    const a = open()
    const [first, second] = [listen(open()), listen(open())]
    const data = { list: [1], map: new Map([['k', undefined]]) }

    a.post(data)
    data.list.push(2)

    await vi.waitFor(() => expect([first.length, second.length]).toEqual([1, 1]))
    expect(first).toEqual([{ list: [1], map: new Map([['k', undefined]]) }])
    expect(first[0]).not.toBe(second[0])
  })

  it('refuses what cannot be cloned, even when nobody listens', () => {
    const a = open()

    expect(() => a.post(() => {})).toThrow(expect.objectContaining({ name: 'DataCloneError' }))
  })

  it('calls no listener before post has returned', async () => {
    const a = open()
    const heard = listen(open())

    a.post(1)
    const during = heard.length

    await vi.waitFor(() => expect(heard).toHaveLength(1))
    expect(during).toBe(0)
  })

  it('stops calling a listener that has unsubscribed, and only that one', async () => {
    const [a, b] = [open(), open()]
    const heard: unknown[] = []
    const listener = (data: unknown) => heard.push(data)
    const unsubscribe = b.subscribe(listener)
    b.subscribe(listener)

    unsubscribe()
    unsubscribe()
    a.post(1)
    a.post(2)

    await vi.waitFor(() => expect(heard).toEqual([1, 2]))
  })

  it('does not call a listener that an earlier one has just unsubscribed', async () => {
    const [a, b] = [open(), open()]
    const heard: string[] = []
    b.subscribe(() => {
      heard.push('earlier')
      unsubscribe()
    })
    const unsubscribe = b.subscribe(() => heard.push('later'))
    b.subscribe(() => heard.push('last'))

    a.post(1)

    await vi.waitFor(() => expect(heard).toContain('last'))
    expect(heard).toEqual(['earlier', 'last'])
  })

  it('neither sends nor receives once closed, and may be closed twice', async () => {
    const [a, b] = [open(), open()]
    const closed = listen(b)
    const heard = listen(open())

    a.post('under way')
    b.close()
    b.close()
    a.post('too late')

    await vi.waitFor(() => expect(heard).toHaveLength(2))
    expect(closed).toEqual([])
    expect(() => b.post('closed')).toThrow(expect.objectContaining({ name: 'InvalidStateError' }))
  })
})
