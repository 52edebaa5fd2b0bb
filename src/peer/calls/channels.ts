import { toProblem } from '../../../machines/facts'
import type { ChannelStatus } from '../../../machines/bench/benchContracts'
import type { ChannelFact } from '../portFacts'
import { createNames } from '../names'
import type { Calls } from '../operations'

type Names = 'createDataChannel' | 'channel.send' | 'channel.close'

export interface ChannelCalls {
  calls: Calls<Names>
  /** Reports the channels of a new connection, including those that the other end creates; drops the earlier ones. */
  observe(pc: RTCPeerConnection): void
  /** Stops all reports. */
  stop(): void
}

/** Data channels (WebRTC §6.2): operations create and use them, facts report them. */
export function channelCalls(pc: () => RTCPeerConnection, onFact: (fact: ChannelFact) => void): ChannelCalls {
  let ids = createNames<RTCDataChannel>('channel')
  let listening = new AbortController()

  function read(channel: RTCDataChannel): ChannelStatus {
    const { label, protocol, ordered, negotiated, id, readyState } = channel
    return { id: ids.nameOf(channel), label, protocol, ordered, negotiated, streamId: id, readyState }
  }

  function watch(channel: RTCDataChannel) {
    const { signal } = listening
    const id = ids.nameOf(channel)
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
        onFact({ type: 'pc.channel-message', channel: id, ...contentOf(data) })
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

function contentOf(data: unknown): { data: string | null; size: number } {
  if (typeof data === 'string') return { data, size: new TextEncoder().encode(data).length }
  const size = data instanceof Blob ? data.size : data instanceof ArrayBuffer ? data.byteLength : 0
  return { data: null, size }
}
