import { describe, expect, it, vi } from 'vitest'
import { createMemoryRooms } from '../../../broadcast-signaling/room/memory'
import { createDeviceChannels } from '../../../src/tabs/deviceChannels'

/** Devices that have entered a room. */
async function devices(count: number) {
  const rooms = createMemoryRooms()
  const all = Array.from({ length: count }, () => {
    const transport = rooms.open('r')
    return { transport, open: createDeviceChannels(transport) }
  })
  await vi.waitFor(() => expect(all.every(({ transport }) => transport.status === 'open')).toBe(true))
  return all
}

function listen(channel: { subscribe: (listener: (data: unknown) => void) => unknown }): unknown[] {
  const heard: unknown[] = []
  channel.subscribe((data) => heard.push(data))
  return heard
}

describe('a channel between devices', () => {
  it('reaches the channels of its name on every other device and on its own, without an echo', async () => {
    const [one, two, three] = await devices(3)
    const sender = one!.open('wire')
    const echo = listen(sender)
    const heard = [one, two, three].map((device) => listen(device!.open('wire')))
    const elsewhere = listen(two!.open('log'))
    sender.post({ n: 1 })
    sender.post({ n: 2 })
    await vi.waitFor(() => expect(heard).toEqual(Array(3).fill([{ n: 1 }, { n: 2 }])))
    expect([echo, elsewhere]).toEqual([[], []])
  })

  it('gives each listener a copy of its own, taken when it was posted', async () => {
    const [one, two] = await devices(2)
    const [first, second] = [listen(two!.open('wire')), listen(two!.open('wire'))]
    const data = { list: [1] }
    one!.open('wire').post(data)
    data.list.push(2)
    await vi.waitFor(() => expect([first, second]).toEqual([[{ list: [1] }], [{ list: [1] }]]))
    expect(first[0]).not.toBe(second[0])
  })

  it('refuses a post once it is closed, and what cannot be cloned; the others go on', async () => {
    const [one, two] = await devices(2)
    const heard = listen(two!.open('wire'))
    const [closed, open] = [one!.open('wire'), one!.open('wire')]
    closed.close()
    expect(() => closed.post(1)).toThrow(expect.objectContaining({ name: 'InvalidStateError' }))
    expect(() => open.post(() => {})).toThrow(expect.objectContaining({ name: 'DataCloneError' }))
    open.post(2)
    await vi.waitFor(() => expect(heard).toEqual([2]))
  })

  it('ignores what is no post', async () => {
    const [one, two] = await devices(2)
    const heard = listen(two!.open('wire'))
    for (const body of ['no JSON', 'null', '{"channel":1,"data":2}', '{"channel":"wire","data":1,"more":1}'])
      one!.transport.send('all', body)
    one!.open('wire').post('last')
    await vi.waitFor(() => expect(heard).toEqual(['last']))
  })
})
