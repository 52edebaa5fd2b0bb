import type { ChannelStatus } from '../../machines/bench/benchContracts'
import type { EndEvent } from '../../machines/contracts'
import type { Operation } from '../../machines/endActors'
import type { DumpChannel, DumpLine } from './dump'

/** Reads the lines of data channels as events of an end of a bench, which names each channel. */
export function createBenchChannels(
  put: (event: EndEvent) => void,
  run: (line: DumpLine, operation: Operation, result: unknown) => void,
) {
  const channels: ChannelStatus[] = []

  /** Whether the line is one of a data channel. */
  function take(line: DumpLine): boolean {
    switch (line.name) {
      case 'createDataChannel': {
        const channel = add(line.value, 'connecting')
        const { label, id } = line.value
        const options = id == null ? {} : { options: { id } }
        run(line, { call: 'createDataChannel', label, ...options }, { channel: channel.id })
        return true
      }
      case 'ondatachannel':
        put({ type: 'pc.channel', channel: add(line.value, 'open') })
        return true
      case 'RTCDataChannel.onopen':
      case 'RTCDataChannel.onclose': {
        const isOpen = line.name === 'RTCDataChannel.onopen'
        const channel = { ...find(line.value), readyState: isOpen ? 'open' : 'closed' } as const
        put({ type: 'pc.channel-changed', cause: isOpen ? 'open' : 'close', channel })
        return true
      }
      case 'RTCDataChannel.onerror':
        put({ type: 'pc.channel-error', channel: find(line.value).id, problem: line.value.problem })
        return true
      default:
        return false
    }
  }

  function add({ label, id }: DumpChannel, readyState: ChannelStatus['readyState']): ChannelStatus {
    const own = { id: `channel-${channels.length}`, label, streamId: id ?? null, readyState }
    const channel = { ...own, protocol: '', ordered: true, negotiated: false }
    channels.push(channel)
    return channel
  }

  function find(value: DumpChannel): ChannelStatus {
    const sameId = channels.find(({ streamId }) => value.id != null && streamId === value.id)
    const known = sameId ?? channels.find(({ label }) => label === value.label)
    return known ?? add(value, 'connecting')
  }

  return { take }
}
