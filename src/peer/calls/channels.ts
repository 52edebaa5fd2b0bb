import { toProblem } from '../../../machines/facts'
import type { ChannelStatus } from '../../../machines/bench/benchContracts'
import type { ChannelFact } from '../portFacts'
import { createNames } from '../names'
import type { Calls } from '../operations'
import type { PeerPort, PeerReports } from '../port'

type Names = 'createDataChannel' | 'channel.send' | 'channel.close'

export interface ChannelCalls {
  calls: Calls<Names>
  /** Reports the channels of a new connection, including those that the other end creates; drops the earlier ones. */
  observe(pc: RTCPeerConnection): void
  sendBytes: PeerPort['sendBytes']
  /** Stops all reports. */
  stop(): void
}

/** Bytes that may wait in the buffer of a channel before the next are held back, and how many let the next go. */
const HIGH = 256 * 1024
const LOW = 64 * 1024

/** Data channels (WebRTC §6.2): operations create and use them, facts report them. */
export function channelCalls(
  pc: () => RTCPeerConnection,
  onFact: (fact: ChannelFact) => void,
  onBytes?: PeerReports['onBytes'],
): ChannelCalls {
  let ids = createNames<RTCDataChannel>('channel')
  let listening = new AbortController()

  function read(channel: RTCDataChannel): ChannelStatus {
    const { label, protocol, ordered, negotiated, id, readyState } = channel
    return { id: ids.nameOf(channel), label, protocol, ordered, negotiated, streamId: id, readyState }
  }

  function watch(channel: RTCDataChannel) {
    const { signal } = listening
    const id = ids.nameOf(channel)
    channel.binaryType = 'arraybuffer'
    for (const cause of ['open', 'closing', 'close'] as const) {
      channel.addEventListener(
        cause,
        () => {
          onFact({ type: 'pc.channel-changed', cause, channel: read(channel) })
        },
        { signal },
      )
    }
    channel.addEventListener(
      'message',
      ({ data }: MessageEvent<unknown>) => {
        if (onBytes !== undefined && data instanceof ArrayBuffer) onBytes(id, data)
        else onFact({ type: 'pc.channel-message', channel: id, ...contentOf(data) })
      },
      { signal },
    )
    channel.addEventListener(
      'error',
      ({ error }) => {
        onFact({ type: 'pc.channel-error', channel: id, problem: toProblem(error) })
      },
      { signal },
    )
    return id
  }

  return {
    calls: {
      createDataChannel: ({ label, options }) => ({ channel: watch(pc().createDataChannel(label, options)) }),
      'channel.send'({ channel, data }) {
        ids.find(channel).send(data)
        return undefined
      },
      'channel.close'({ channel }) {
        ids.find(channel).close()
        return undefined
      },
    },
    async sendBytes(id, bytes) {
      const channel = ids.find(id)
      if (channel.bufferedAmount > HIGH) await lowBuffer(channel)
      channel.send(bytes)
    },
    observe(of) {
      listening.abort()
      listening = new AbortController()
      ids = createNames('channel')
      of.addEventListener(
        'datachannel',
        ({ channel }) => {
          watch(channel)
          onFact({ type: 'pc.channel', channel: read(channel) })
        },
        { signal: listening.signal },
      )
    },
    stop() {
      listening.abort()
      ids = createNames('channel')
    },
  }
}

/** Waits until little is left in a channel's buffer, or until the channel closes: then sending throws. */
function lowBuffer(channel: RTCDataChannel): Promise<void> {
  channel.bufferedAmountLowThreshold = LOW
  return new Promise((resolve) => {
    const done = new AbortController()
    for (const event of ['bufferedamountlow', 'close'] as const) {
      channel.addEventListener(
        event,
        () => {
          done.abort()
          resolve()
        },
        { signal: done.signal },
      )
    }
  })
}

function contentOf(data: unknown): { data: string | null; size: number } {
  if (typeof data === 'string') return { data, size: new TextEncoder().encode(data).length }
  const size = data instanceof Blob ? data.size : data instanceof ArrayBuffer ? data.byteLength : 0
  return { data: null, size }
}
