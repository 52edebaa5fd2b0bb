import * as v from 'valibot'
import type { Channel } from '../../broadcast-signaling/channel'
import type { RoomTransport } from '../../broadcast-signaling/room/transport'

/** What a device posts: the channel's name, and the post. */
const post = v.strictObject({ channel: v.pipe(v.string(), v.maxLength(200)), data: v.unknown() })

interface Opened {
  name: string
  listeners: Set<(data: unknown) => void>
}

/**
 * Opens channels between the devices of a room: what one posts reaches the channels of the same name on all others, and
 * on this device. Posts are JSON. Closing a channel leaves the transport open.
 */
export function createDeviceChannels(transport: RoomTransport): (name: string) => Channel {
  const channels = new Set<Opened>()

  function deliver(name: string, data: unknown, sender?: Opened) {
    for (const channel of [...channels])
      if (channel !== sender && channel.name === name)
        for (const listener of [...channel.listeners]) listener(structuredClone(data))
  }

  transport.subscribe((event) => {
    if (event.type !== 'message') return
    const read = v.safeParse(post, readJson(event.body))
    if (read.success) deliver(read.output.channel, read.output.data)
  })

  return (name) => {
    const channel: Opened = { name, listeners: new Set() }
    channels.add(channel)
    return {
      post(data) {
        if (!channels.has(channel)) throw new DOMException('The channel is closed.', 'InvalidStateError')
        const copy: unknown = structuredClone(data)
        transport.send('all', JSON.stringify({ channel: name, data: copy }))
        queueMicrotask(() => {
          deliver(name, copy, channel)
        })
      },
      subscribe(listener) {
        const forward = (data: unknown) => {
          listener(data)
        }
        channel.listeners.add(forward)
        return () => void channel.listeners.delete(forward)
      },
      close() {
        channels.delete(channel)
        channel.listeners.clear()
      },
    }
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
