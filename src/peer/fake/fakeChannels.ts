import { closedRefusal, refusal } from './errors'

export interface FakeChannel {
  pc: RTCDataChannel
  /** Opens it with its own stream, connected to the other end's channel. */
  open(streamId: number, other: FakeChannel): void
  /** Closes it because the other end, or the connection, has closed it. */
  end(): void
  deliver(data: unknown): void
}

/** The data channels of one connection (WebRTC §6). */
export interface ChannelSet {
  createDataChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel
  /** Whether any was created. */
  hasAny(): boolean
  /** The channels that are not connected to the other end yet. */
  waiting(): readonly FakeChannel[]
  /** The next free odd or even stream id. */
  nextStreamId(parity: 0 | 1): number
  /** Adds the other end's new channel; fires `datachannel`. */
  accept(from: FakeChannel, streamId: number): void
  /** Closes all because the connection closes: without events here, with events at the other end. */
  close(): void
}

/** The data channels of one fake connection. */
export function createChannelSet(
  isClosed: () => boolean,
  emit: (type: string, fields: object) => void,
  onChange: () => void,
): ChannelSet {
  const channels: FakeChannel[] = []

  function add(label: string, init: RTCDataChannelInit = {}) {
    const channel = createFakeChannel(label, init)
    channels.push(channel)
    return channel
  }

  return {
    createDataChannel(label, init) {
      if (isClosed()) throw closedRefusal('createDataChannel')
      const { pc } = add(label, init)
      onChange()
      return pc
    },
    hasAny: () => channels.length > 0,
    waiting: () => channels.filter(({ pc }) => pc.readyState === 'connecting'),
    nextStreamId(parity) {
      const taken = channels.map(({ pc }) => pc.id)
      let id: number = parity
      while (taken.includes(id)) id += 2
      return id
    },
    accept(from, streamId) {
      const { label, ordered, protocol, negotiated } = from.pc
      const known = channels.find(({ pc }) => negotiated && pc.negotiated && pc.id === from.pc.id)
      const channel = known ?? add(label, { ordered, protocol })
      channel.open(streamId, from)
      from.open(streamId, channel)
      if (known === undefined) emit('datachannel', { channel: channel.pc })
      for (const { pc } of [channel, from]) pc.dispatchEvent(new Event('open'))
    },
    close() {
      for (const channel of channels) channel.end()
    },
  }
}

function createFakeChannel(label: string, init: RTCDataChannelInit): FakeChannel {
  const { ordered = true, protocol = '', negotiated = false, id = null } = init
  let readyState: RTCDataChannelState = 'connecting'
  let streamId = negotiated ? id : null
  let partner: FakeChannel | null = null
  const target = new EventTarget()

  function endPartner() {
    const other = partner
    partner = null
    if (other?.pc.readyState !== 'open') return
    queueMicrotask(() => {
      other.end()
      other.pc.dispatchEvent(new Event('close'))
    })
  }

  const pc = {
    label,
    ordered,
    protocol,
    negotiated,
    get id() {
      return streamId
    },
    get readyState() {
      return readyState
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
    send(data: unknown) {
      if (readyState !== 'open')
        throw refusal(
          'send',
          "RTCDataChannel.readyState is not 'open'",
          'InvalidStateError',
          'RTCDataChannel',
        )
      const to = partner
      queueMicrotask(() => to?.deliver(data))
    },
    close() {
      if (readyState === 'closing' || readyState === 'closed') return
      readyState = 'closing'
      endPartner()
      queueMicrotask(() => {
        readyState = 'closed'
        target.dispatchEvent(new Event('close'))
      })
    },
  }

  return {
    pc: pc as unknown as RTCDataChannel,
    open(stream, other) {
      streamId = stream
      partner = other
      readyState = 'open'
    },
    end() {
      if (readyState === 'closed') return
      readyState = 'closed'
      endPartner()
    },
    deliver(data) {
      if (readyState === 'open') target.dispatchEvent(Object.assign(new Event('message'), { data }))
    },
  }
}
