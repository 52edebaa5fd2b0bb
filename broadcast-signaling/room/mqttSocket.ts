/** What u8-mqtt uses of a WebSocket. */
export interface PacketSocket {
  readyState: number
  send(bytes: Uint8Array<ArrayBuffer>): void
  onopen: (() => void) | null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null
  onclose: ((event: CloseEvent) => void) | null
}

/**
 * A WebSocket that gives whole MQTT packets. A broker may cut them anywhere (MQTT 3.1.1 §6), and u8-mqtt 0.6.7 leaves a
 * short packet lying after a longer one that came in pieces.
 */
export function withWholePackets(socket: WebSocket): PacketSocket {
  let rest = new Uint8Array()
  const whole: PacketSocket = {
    get readyState() {
      return socket.readyState
    },
    send: (bytes) => {
      if (socket.readyState === 1) socket.send(bytes)
    },
    onopen: null,
    onmessage: null,
    onclose: null,
  }
  socket.binaryType = 'arraybuffer'
  socket.addEventListener('open', () => whole.onopen?.())
  socket.addEventListener('close', (event) => whole.onclose?.(event))
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!(data instanceof ArrayBuffer)) return
    rest = join(rest, new Uint8Array(data))
    for (let end = endOfPacket(rest); end !== null; end = endOfPacket(rest)) {
      const packet = rest.slice(0, end)
      rest = rest.slice(end)
      whole.onmessage?.({ data: packet.buffer })
    }
  })
  return whole
}

/** Where the first packet ends; null if its end has not arrived. Its length is 7 bits a byte (MQTT 3.1.1 §2.2.3). */
function endOfPacket(bytes: Uint8Array): number | null {
  let length = 0
  for (let at = 1; at < bytes.length && at <= 4; at += 1) {
    const byte = bytes[at] ?? 0
    length += (byte & 0x7f) * 128 ** (at - 1)
    if (byte < 0x80) return at + 1 + length <= bytes.length ? at + 1 + length : null
  }
  return null
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all
}
