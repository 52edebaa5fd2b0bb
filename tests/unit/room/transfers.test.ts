import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHUNK, MAX_FILE, readFileHeader, writeFileStop } from '../../../src/room/fileHeader'
import { createTransfers } from '../../../src/room/transfers'

/** Two ends of a data channel that keeps order and loses nothing. */
function pairOfEnds() {
  const receiver = createTransfers(() => null)
  const chunks: number[] = []
  const sender = createTransfers(() => ({
    sendText: (text) => {
      receiver.receiveText(text)
      return Promise.resolve()
    },
    sendBytes: (bytes) => {
      chunks.push(bytes.byteLength)
      receiver.receiveBytes(bytes)
      return Promise.resolve()
    },
  }))
  return { sender, receiver, chunks }
}

const header = (size: number, id = 'a') =>
  ({ kind: 'file', id, name: 'a.txt', type: 'text/plain', size }) as const

test('whatever is sent arrives byte by byte, in chunks that every browser takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3 * CHUNK + 7 }), async (content) => {
      const { sender, receiver, chunks } = pairOfEnds()
      const bytes = Uint8Array.from(content)
      await sender.send(header(bytes.length), bytes)
      expect(receiver.list.value[0]).toMatchObject({ state: 'done', own: false, done: bytes.length })
      expect(receiver.list.value[0]?.bytes).toEqual(bytes)
      expect(Math.max(...chunks)).toBeLessThanOrEqual(CHUNK)
    }),
    { numRuns: 30 },
  )
})

test('two files cross one after the other', async () => {
  const { sender, receiver } = pairOfEnds()
  await Promise.all([
    sender.send(header(CHUNK + 1, 'a'), new Uint8Array(CHUNK + 1)),
    sender.send(header(3, 'b'), Uint8Array.of(1, 2, 3)),
  ])
  expect(receiver.list.value.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'done'],
    ['b', 'done'],
  ])
})

test('more bytes than announced, bytes without a header, and a header in between are no file', () => {
  const { receiver } = pairOfEnds()
  receiver.receiveBytes(new ArrayBuffer(4))
  expect(receiver.list.value).toEqual([])
  receiver.receiveText(JSON.stringify(header(3)))
  receiver.receiveBytes(new ArrayBuffer(4))
  expect(receiver.list.value[0]).toMatchObject({ state: 'stopped', bytes: null })
  receiver.receiveText(JSON.stringify(header(8, 'b')))
  receiver.receiveText(JSON.stringify(header(2, 'c')))
  receiver.receiveBytes(new ArrayBuffer(2))
  expect(receiver.list.value.map(({ state }) => state)).toEqual(['stopped', 'stopped', 'done'])
})

test('a call that ends stops what is under way', () => {
  const { receiver } = pairOfEnds()
  receiver.receiveText(JSON.stringify(header(8)))
  receiver.stop()
  receiver.receiveBytes(new ArrayBuffer(8))
  expect(receiver.list.value[0]).toMatchObject({ state: 'stopped', bytes: null })
})

test('a header from another member is read or refused, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => readFileHeader(text)).not.toThrow()
    }),
  )
  expect(readFileHeader(JSON.stringify(header(MAX_FILE + 1)))).toBeNull()
  expect(readFileHeader(JSON.stringify(header(0)))).toBeNull()
  expect(readFileHeader(JSON.stringify({ ...header(1), extra: 1 }))).toBeNull()
  expect(readFileHeader(JSON.stringify(header(1)))).toEqual(header(1))
})

/** A sender whose channel takes one chunk at a time, when the test says so; null: the channel has closed. */
function slowSender() {
  const receiver = createTransfers(() => null)
  const taken: ((outcome: Error | null) => void)[] = []
  const sender = createTransfers(() => ({
    sendText: (text) => {
      receiver.receiveText(text)
      return Promise.resolve()
    },
    sendBytes: (bytes) =>
      new Promise<void>((resolve, reject) => {
        taken.push((problem) => {
          if (problem !== null) {
            reject(problem)
            return
          }
          receiver.receiveBytes(bytes)
          resolve()
        })
      }),
  }))
  const settled = () => new Promise((done) => setTimeout(done))
  return {
    sender,
    receiver,
    async take(problem: Error | null = null) {
      await settled()
      taken.shift()?.(problem)
      await settled()
    },
    waits: () => taken.length,
  }
}

test('progress is what the channel has taken, and the next chunk waits for it', async () => {
  const { sender, take, waits } = slowSender()
  void sender.send(header(3 * CHUNK), new Uint8Array(3 * CHUNK))
  await take()
  expect(sender.list.value[0]).toMatchObject({ done: CHUNK, state: 'running' })
  expect(waits()).toBe(1)
  await take()
  await take()
  expect(sender.list.value[0]).toMatchObject({ done: 3 * CHUNK, state: 'done' })
})

test('one that is given up stops at both ends, and the next one is sent', async () => {
  const { sender, receiver, take } = slowSender()
  void sender.send(header(5 * CHUNK), new Uint8Array(5 * CHUNK))
  void sender.send(header(2, 'b'), Uint8Array.of(7, 8))
  await take()
  sender.cancel('a')
  await take()
  await take()
  for (const { list } of [sender, receiver])
    expect(list.value.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'stopped'],
      ['b', 'done'],
    ])
  expect(receiver.list.value[1]?.bytes).toEqual(Uint8Array.of(7, 8))
})

test('only the sender of a file can give it up', () => {
  const { receiver } = pairOfEnds()
  receiver.receiveText(JSON.stringify(header(8)))
  receiver.receiveText(writeFileStop('another'))
  expect(receiver.list.value[0]?.state).toBe('running')
  receiver.cancel('a')
  expect(receiver.list.value[0]?.state).toBe('running')
})

test('where the other end is gone it stops, and a call that is over does not hold up the next one', async () => {
  const { sender, receiver, take } = slowSender()
  const first = sender.send(header(2 * CHUNK), new Uint8Array(2 * CHUNK))
  await take(new DOMException('closed', 'InvalidStateError'))
  await first
  expect(sender.list.value[0]).toMatchObject({ state: 'stopped', done: 0 })
  // This one waits for a channel that will never take anything.
  void sender.send(header(CHUNK, 'b'), new Uint8Array(CHUNK))
  await Promise.resolve()
  for (const { stop } of [sender, receiver]) stop()
  const next = sender.send(header(1, 'c'), Uint8Array.of(1))
  await take()
  await take()
  await next
  expect(sender.list.value.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'stopped'],
    ['b', 'stopped'],
    ['c', 'done'],
  ])
})
