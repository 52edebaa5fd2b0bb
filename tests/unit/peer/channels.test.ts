import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelCalls } from '../../../src/peer/calls/channels'
import { CHUNK } from '../../../src/room/fileHeader'

/** The most that may wait in a channel's buffer before the next chunk is held back. */
const LIMIT = 256 * 1024

/** A data channel whose network takes bytes only when the test says so (WebRTC §6.2, bufferedAmount). */
class SlowChannel extends EventTarget {
  readonly label = 'files'
  readyState: RTCDataChannelState = 'open'
  bufferedAmount = 0
  bufferedAmountLowThreshold = 0
  most = 0
  readonly sent: number[] = []

  send(bytes: ArrayBuffer) {
    if (this.readyState !== 'open') throw new DOMException('not open', 'InvalidStateError')
    this.sent.push(new Uint8Array(bytes)[0] ?? -1)
    this.bufferedAmount += bytes.byteLength
    this.most = Math.max(this.most, this.bufferedAmount)
  }

  /** The network takes some bytes; the event fires when the amount falls to the threshold. */
  drain(size: number) {
    const before = this.bufferedAmount
    this.bufferedAmount = Math.max(0, before - size)
    const isLow = this.bufferedAmount <= this.bufferedAmountLowThreshold
    if (isLow && before > this.bufferedAmountLowThreshold) this.dispatchEvent(new Event('bufferedamountlow'))
  }

  close() {
    this.readyState = 'closed'
    this.dispatchEvent(new Event('close'))
  }
}

function open() {
  const channel = new SlowChannel()
  const pc = Object.assign(new EventTarget(), { createDataChannel: () => channel })
  const channels = channelCalls(
    () => pc as unknown as RTCPeerConnection,
    () => undefined,
  )
  channels.observe(pc as unknown as RTCPeerConnection)
  const made = channels.calls.createDataChannel({ call: 'createDataChannel', label: 'files' })
  const id = (made as { channel: string }).channel
  const settled = () => new Promise((done) => setTimeout(done))
  /** Sends chunks one after the other, each with its number in its first byte. */
  async function sendAll(count: number) {
    for (let n = 0; n < count; n += 1)
      await channels.sendBytes(id, new Uint8Array(CHUNK).fill(n, 0, 1).buffer)
  }
  return { channel, channels, sendAll, settled }
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

test('never more than the limit and one chunk waits in the buffer, and the order is kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: 8 * 1024, max: 300 * 1024 }), { minLength: 1, maxLength: 8 }),
      async (count, drains) => {
        const { channel, sendAll, settled } = open()
        const all = sendAll(count)
        for (let at = 0; channel.sent.length < count; at += 1) {
          await settled()
          channel.drain(drains[at % drains.length] ?? 1)
        }
        await all
        expect(channel.most).toBeLessThanOrEqual(LIMIT + CHUNK)
        expect(channel.sent).toEqual(numbers(count))
      },
    ),
    { numRuns: 40, endOnFailure: true },
  )
})

test('a network that takes nothing gets no more than that', async () => {
  const { channel, sendAll, settled } = open()
  void sendAll(40)
  await settled()
  await settled()
  expect(channel.sent).toEqual(numbers(LIMIT / CHUNK + 1))
  channel.drain(LIMIT - 64 * 1024)
  await settled()
  // Still more than the threshold: nothing follows.
  expect(channel.sent).toHaveLength(LIMIT / CHUNK + 1)
})

test.each([
  ['the other end closes the channel', ({ channel }: ReturnType<typeof open>) => channel.close()],
  [
    'this end closes its connection, which fires no event',
    ({ channel, channels }: ReturnType<typeof open>) => {
      channel.readyState = 'closed'
      channels.stop()
    },
  ],
])('what waits is refused once %s', async (_, end) => {
  const opened = open()
  const sending = opened.sendAll(40)
  const outcome = sending.then(
    () => null,
    (error: unknown) => error,
  )
  await opened.settled()
  end(opened)
  expect(await outcome).toMatchObject({ name: 'InvalidStateError' })
  expect(opened.channel.sent).toHaveLength(LIMIT / CHUNK + 1)
})
