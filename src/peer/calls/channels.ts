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
  // One for each channel: a signal that many listeners wait for counts as a leak.
  const listening: AbortController[] = []

  function listen(): AbortSignal {
    const one = new AbortController()
    listening.push(one)
    return one.signal
  }

  function stopListening() {
    for (const one of listening.splice(0)) one.abort()
  }

  function read(channel: RTCDataChannel): ChannelStatus {
    const { label, protocol, ordered, negotiated, id, readyState } = channel
    return { id: ids.nameOf(channel), label, protocol, ordered, negotiated, streamId: id, readyState }
  }

  function watch(channel: RTCDataChannel) {
    const signal = listen()
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
      if (channel.bufferedAmount > HIGH) await lowBuffer(channel, listen())
      channel.send(bytes)
    },
    observe(of) {
      stopListening()
      ids = createNames('channel')
      of.addEventListener(
        'datachannel',
        ({ channel }) => {
          watch(channel)
          onFact({ type: 'pc.channel', channel: read(channel) })
        },
        { signal: listen() },
      )
    },
    stop() {
      stopListening()
      ids = createNames('channel')
    },
  }
}

/**
 * Waits until little is left in a channel's buffer. Also returns when the channel closes, or when this end closes its
 * connection, which fires no event (WebRTC §4.4.2): then sending throws.
 */
function lowBuffer(channel: RTCDataChannel, stopped: AbortSignal): Promise<void> {
  channel.bufferedAmountLowThreshold = LOW
  return new Promise((resolve) => {
    const done = () => {
      channel.removeEventListener('bufferedamountlow', done)
      channel.removeEventListener('close', done)
      stopped.removeEventListener('abort', done)
      resolve()
    }
    channel.addEventListener('bufferedamountlow', done)
    channel.addEventListener('close', done)
    stopped.addEventListener('abort', done)
  })
}

function contentOf(data: unknown): { data: string | null; size: number } {
  if (typeof data === 'string') return { data, size: new TextEncoder().encode(data).length }
  const size = data instanceof Blob ? data.size : data instanceof ArrayBuffer ? data.byteLength : 0
  return { data: null, size }
}
