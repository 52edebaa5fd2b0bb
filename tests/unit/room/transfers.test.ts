import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHUNK, MAX_FILE, readFileHeader } from '../../../src/room/fileHeader'
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
