import { expect, test } from 'vitest'
import packets from '../../../lessons/packets/packets.json'
import { captures } from '../../../src/figures/bytePackets'
import { captureNames } from '../../../src/i18n/messages/byteFigure'

const items = captures().flatMap((capture) => capture.items)

test('the sequence holds each packet once, by capture, in the order of time', () => {
  expect(items.map(({ id }) => id).sort()).toEqual(packets.map(({ id }) => id).sort())
  for (const { items: own } of captures()) {
    const times = own.map(({ time }) => time)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  }
})

test('each capture has a name', () => {
  expect(captures().map(({ id }) => id)).toEqual(Object.keys(captureNames))
})

test('requests are sent, and what answers them is received', () => {
  const sent = (id: string) => items.find((item) => item.id === id)?.isSent
  expect(['binding-request', 'ice-check', 'allocate', 'channel-bind'].map(sent)).toEqual(Array(4).fill(true))
  expect(['binding-response', 'ice-check-response', 'allocate-401', 'channel-data'].map(sent)).toEqual(
    Array(4).fill(false),
  )
})
