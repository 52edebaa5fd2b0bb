import { describe, expect, it, vi } from 'vitest'
import { createMemoryBus } from '../../broadcast-signaling/memory'
import { openSignaling } from '../../broadcast-signaling/signaling'
import { candidate, catchUncaught, frame, hello, openEnd, settle } from './support'

const callerEnvelope = { v: 1, room: 'r', from: 'caller', session: 'caller-1' }

describe('close', () => {
  it('stops sending and receiving, closes the channel, and may be repeated', async () => {
    const bus = createMemoryBus()
    const channel = bus.open('wire')
    const caller = openEnd(channel, 'caller')
    const callee = openEnd(bus.open('wire'), 'callee')
    await settle()
    const before = caller.taps.length

    callee.send(candidate(1))
    caller.close()
    caller.close()
    await settle()

    expect(caller.taps).toHaveLength(before)
    expect(caller.messages).toEqual([])
    const closed = expect.objectContaining({ name: 'InvalidStateError' })
    expect(() => caller.send(candidate(2))).toThrow(closed)
    expect(() => channel.post('x')).toThrow(closed)
  })

  it('unsubscribes, whatever the channel does about it', () => {
    const unsubscribe = vi.fn()
    const channel = { post: () => {}, subscribe: () => unsubscribe, close: () => {} }

    openEnd(channel, 'caller').close()

    expect(unsubscribe).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['onTap', ['onTap']],
    ['onPeer', ['onTap', 'onPeer']],
    ['onMessage', ['onTap', 'onPeer', 'onMessage']],
  ])('in %s is the last call of a listener', async (closing, heard) => {
    const thrown = catchUncaught()
    const bus = createMemoryBus()
    const calls: string[] = []
    const hear = (name: string) => () => {
      calls.push(name)
      if (name === closing) callee.close()
    }
    const callee = openSignaling({
      channel: bus.open('wire'),
      room: 'r',
      end: 'callee',
      session: 'callee-1',
      onMessage: hear('onMessage'),
      onTap: ({ direction }) => direction === 'in' && hear('onTap')(),
      onPeer: hear('onPeer'),
      onConfirmed: () => {},
    })

    // Without close(): onTap, onPeer (here), onMessage, onPeer (gone), and then a hello to answer.
    const bare = bus.open('wire')
    bare.post(frame({ ...callerEnvelope, seq: 0, kind: 'bye', reason: 'left' }))
    bare.post(hello('caller'))
    await settle()

    expect(calls).toEqual(heard)
    expect(thrown).toEqual([])
  })

  it('in onTap stops an answer half-way', async () => {
    const thrown = catchUncaught()
    const bus = createMemoryBus()
    const callee = openSignaling({
      channel: bus.open('wire'),
      room: 'r',
      end: 'callee',
      session: 'callee-1',
      onMessage: () => {},
      onTap: ({ direction }) => direction === 'in' && callee.close(),
      onPeer: () => {},
      onConfirmed: () => {},
    })

    bus.open('wire').post(hello('caller'))
    await settle()

    expect(thrown).toEqual([])
  })
})

describe('a channel that someone else closed', () => {
  it('makes no exception come out of the message handler', async () => {
    const thrown = catchUncaught()
    const channel = createMemoryBus().open('wire')
    const subscribe = vi.spyOn(channel, 'subscribe')
    openEnd(channel, 'callee')
    const handler = subscribe.mock.lastCall![0]
    channel.close()

    expect(() => handler(hello('caller'))).not.toThrow()
    await settle()
    expect(thrown).toEqual([expect.objectContaining({ name: 'InvalidStateError' })])
  })
})
