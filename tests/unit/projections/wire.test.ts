import { describe, expect, it } from 'vitest'
import { countQueues, deriveWire } from '../../../src/projections/wire'
import { CANDIDATE, traffic, viewOf } from '../../support/callLog'
import type { EventAtEnd } from '../../support/callLog'
import { endsOf } from '../../support/endsOf'

const offer = { kind: 'description', from: 'caller', seq: 0, description: { type: 'offer' } } as const
const candidate = { kind: 'candidate', from: 'caller', seq: 1 } as const

describe('deriveWire', () => {
  it('is silent at first', () => {
    expect(deriveWire(viewOf([]))).toMatchObject({ messages: 0, refused: 0, last: null })
  })

  it('counts a message once, whether sent, delivered or repeated', () => {
    const told = [
      traffic('caller', 'sent', offer),
      traffic('caller', 'sent', offer),
      traffic('callee', 'delivered', offer),
    ]
    const wire = deriveWire(viewOf(told))
    expect(wire.messages).toBe(1)
    expect(wire.offer).toEqual({ type: 'offer', from: 'caller', size: 6_123, seq: 0, delivery: 'arrived' })
    expect(wire.last).toEqual(wire.offer)
  })

  it('knows a message that only its receiver saw', () => {
    expect(deriveWire(viewOf([traffic('callee', 'delivered', offer)])).offer?.from).toBe('caller')
  })

  it('counts candidates by the end that sent them, and refusals apart', () => {
    const told = [
      traffic('callee', 'delivered', candidate),
      traffic('callee', 'refused'),
      traffic('callee', 'control'),
    ]
    expect(deriveWire(viewOf(told))).toMatchObject({
      messages: 1,
      refused: 1,
      candidates: [
        { from: 'caller', sent: 1, arrived: 1, delivery: 'arrived' },
        { from: 'callee', sent: 0 },
      ],
    })
  })

  it('uses the reported count where not every refusal is reported', () => {
    const flood = traffic('callee', 'refused')
    const [, event] = flood
    if (event.type !== 'signal.traffic') throw new Error('no traffic')
    const counted: EventAtEnd = ['callee', { ...event, traffic: { ...event.traffic, count: 512 } }]
    expect(deriveWire(viewOf([flood, counted, traffic('caller', 'refused')])).refused).toBe(513)
  })

  it('takes the later description as the last', () => {
    const answer = { kind: 'description', from: 'callee', seq: 0, description: { type: 'answer' } } as const
    const wire = deriveWire(viewOf([traffic('caller', 'sent', offer), traffic('callee', 'sent', answer)]))
    expect(wire.last?.type).toBe('answer')
  })
})

describe('countQueues', () => {
  it('counts what waits, without the mark of the end of candidates', () => {
    const told: EventAtEnd[] = [
      ['callee', { type: 'signal.candidate', candidate: CANDIDATE }],
      ['callee', { type: 'signal.end-of-candidates' }],
      ['caller', { type: 'pc.candidate', candidate: CANDIDATE }],
      ['caller', { type: 'pc.candidate', candidate: CANDIDATE }],
    ]
    const { caller, callee } = endsOf(viewOf(told))
    expect(countQueues(caller.context)).toEqual({ held: 2, inDescription: 0, queued: 0 })
    expect(countQueues(callee.context)).toEqual({ held: 0, inDescription: 0, queued: 1 })
  })
})
