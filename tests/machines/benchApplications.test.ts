import { afterEach, describe, expect, test } from 'vitest'
import { openBench } from '../support/benchCall'
import type { BenchEnd, OpenBench } from '../support/benchCall'

const ENDS = ['caller', 'callee'] as const

let opened: OpenBench[] = []

function bench() {
  const one = openBench()
  opened.push(one)
  return one
}

afterEach(() => {
  for (const { close } of opened) close()
  opened = []
})

describe('applications that negotiate by themselves', () => {
  test('naively: one offers, the other answers, and they connect', async () => {
    const one = bench()
    await one.prepare()
    for (const end of ENDS) one.send(end, { type: 'bench.rules', rules: { negotiation: 'naive' } })
    await one.run('caller', { call: 'addTrack', track: { kind: 'video' } })
    await one.untilConnected()
    expect(one.at('callee').peer?.transceivers).toHaveLength(1)
  })

  test('two offers at once: what was to be the second answer is an offer, and counts as one', async () => {
    const one = bench()
    await one.prepare()
    one.send('caller', { type: 'tray.rules', rules: { hold: true } })
    one.send('callee', { type: 'bench.rules', rules: { negotiation: 'naive' } })
    await one.run('caller', { call: 'createDataChannel', label: 'chat' })
    for (const track of ['audio', 'video'] as const)
      await one.run(
        'caller',
        { call: 'addTransceiver', track },
        { call: 'setLocalDescription' },
        { call: 'send', what: 'description' },
      )
    one.send('caller', { type: 'tray.rules', rules: { hold: false } })
    const ofNegotiation = ({ bench }: BenchEnd) =>
      bench.operations.filter(({ purpose }) => purpose !== 'learner')
    await one.until(
      'callee',
      (end) => ofNegotiation(end).filter(({ state }) => state === 'done').length === 4,
    )
    expect(ofNegotiation(one.at('callee')).map(({ purpose }) => purpose)).toEqual([
      'remote-offer',
      'remote-offer',
      'answer',
      'offer',
    ])
    const sent = one.at('callee').bench.messages.map(({ body }) => body)
    expect(sent.flatMap((body) => (body.kind === 'description' ? [body.description.type] : []))).toEqual([
      'answer',
      'offer',
    ])
  })

  /** Both add a track before either has heard of the other: two offers cross. */
  async function glare(negotiation: 'naive' | 'perfect') {
    const one = bench()
    await one.prepare()
    for (const end of ENDS) {
      one.send(end, { type: 'tray.rules', rules: { hold: true } })
      one.send(end, { type: 'bench.rules', rules: { negotiation, polite: end === 'callee' } })
    }
    for (const end of ENDS) await one.run(end, { call: 'addTrack', track: { kind: 'video' } })
    for (const end of ENDS) await one.until(end, ({ bench }) => bench.messages.length > 0)
    for (const end of ENDS) expect(one.at(end).peer?.signalingState).toBe('have-local-offer')
    return one
  }
  const letGo = ({ send }: OpenBench) => {
    for (const end of ENDS) send(end, { type: 'tray.rules', rules: { hold: false } })
  }

  test('naively: two offers that cross leave two answers that fit nowhere', async () => {
    const one = await glare('naive')
    /** Delivers what waits at both ends; what they send then waits. */
    const deliver = (type: 'offer' | 'answer') => {
      for (const end of ENDS)
        for (const { id, body } of one.at(end).bench.messages)
          if (body.kind === 'description' && body.description.type === type)
            one.send(end, { type: 'tray.deliver', message: id })
    }
    deliver('offer')
    const hasAnswered = ({ bench }: BenchEnd) =>
      bench.messages.some(({ body }) => body.kind === 'description' && body.description.type === 'answer')
    for (const end of ENDS) await one.until(end, hasAnswered)
    deliver('answer')
    for (const end of ENDS)
      await one.until(end, ({ bench }) =>
        bench.operations.some(({ purpose, state }) => purpose === 'remote-answer' && state === 'refused'),
      )
    for (const end of ENDS) expect(one.at(end).peer).toMatchObject({ connectionState: 'new' })
  })

  test('perfectly: the impolite end ignores the offer, the polite one gives way, and they connect', async () => {
    const one = await glare('perfect')
    letGo(one)
    await one.untilConnected()
    const flags = one.call
      .snapshots()
      .map(({ caller }) => caller.context.bench!.ignoreOffer)
      .filter((flag, at, all) => flag !== all[at - 1])
    expect(flags).toEqual([false, true, false])
    for (const end of ENDS)
      expect(one.at(end).bench).toMatchObject({
        makingOffer: false,
        ignoreOffer: false,
        isSettingRemoteAnswerPending: false,
      })
  })
})
