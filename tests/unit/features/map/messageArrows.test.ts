import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../../machines/contracts'
import { deriveMessageArrows, kilobytes } from '../../../../src/features/map/messageArrows'
import { runUpTo, traffic, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

const offer = { kind: 'description', from: 'caller', description: { type: 'offer' } } as const

describe('deriveMessageArrows', () => {
  it('names the messages before they are sent', () => {
    expect(deriveMessageArrows(viewOf([])).answer).toEqual([
      { kind: 'description', label: 'answer', inside: 0, delivery: null },
      { kind: 'candidates', label: 'candidate', inside: 0, delivery: null },
    ])
  })

  it('gives the size of the description and the number of candidates', () => {
    const candidate = { kind: 'candidate', from: 'caller' } as const
    const told = [
      traffic('caller', 'sent', { ...offer, seq: 0 }),
      traffic('caller', 'sent', { ...candidate, seq: 1 }),
      traffic('caller', 'sent', { ...candidate, seq: 2 }),
      traffic('callee', 'delivered', { ...offer, seq: 0 }),
      traffic('callee', 'delivered', { ...candidate, seq: 1 }),
      traffic('callee', 'delivered', { ...candidate, seq: 2 }),
    ]
    expect(deriveMessageArrows(viewOf(told)).offer).toEqual([
      { kind: 'description', label: 'offer · 6.1 kB', inside: 0, delivery: 'arrived' },
      { kind: 'candidates', label: 'candidate ×2', inside: 0, delivery: 'arrived' },
    ])
  })

  it('distinguishes sent, arrived and unconfirmed messages', () => {
    const candidate = { kind: 'candidate', from: 'caller' } as const
    const sent = [
      traffic('caller', 'sent', { ...offer, seq: 0 }),
      traffic('caller', 'sent', { ...candidate, seq: 1 }),
      traffic('caller', 'sent', { ...candidate, seq: 2 }),
    ]
    const deliveriesOf = (told: EventAtEnd[]) =>
      deriveMessageArrows(viewOf(told)).offer.map(({ label, delivery }) => [label, delivery])
    expect(deliveriesOf(sent)).toEqual([
      ['offer · 6.1 kB', 'under-way'],
      ['candidate 0/2', 'under-way'],
    ])
    const some = [...sent, traffic('callee', 'delivered', { ...offer, seq: 0 })]
    some.push(traffic('callee', 'delivered', { ...candidate, seq: 1 }))
    expect(deliveriesOf(some)).toEqual([
      ['offer · 6.1 kB', 'arrived'],
      ['candidate 1/2', 'under-way'],
    ])
    const asked = Array.from({ length: 4 }, (): EventAtEnd => ['caller', { type: 'wire.check' }])
    expect(deliveriesOf([...some, ...asked])[1]).toEqual(['candidate 1/2', 'unconfirmed'])
    expect(deliveriesOf([...sent, ...asked])[0]).toEqual(['offer · 6.1 kB', 'unconfirmed'])
    // The other tab's log may be missing: the sender's own confirmations are enough.
    const confirmed: EventAtEnd = ['caller', { type: 'signal.confirmed', missing: 0 }]
    expect(deliveriesOf([...sent, confirmed])).toEqual([
      ['offer · 6.1 kB', 'arrived'],
      ['candidate ×2', 'arrived'],
    ])
  })

  it('says that candidates were sent inside the description when none were sent one by one', () => {
    const gathering = runUpTo('gather-candidates')
    const told: EventAtEnd[] = [...gathering, ['caller', { type: 'pc.end-of-candidates' }]]
    const sending = runUpTo('send-offer').slice(gathering.length)
    const view = viewOf([...told, ...sending], { ...DEFAULT_SETTINGS, trickle: false })
    expect(deriveMessageArrows(view).offer[1]).toEqual({
      kind: 'candidates',
      label: 'candidate',
      inside: 1,
      delivery: 'arrived',
    })
  })
})

describe('kilobytes', () => {
  it.each([
    [0, '0.0 kB'],
    [6_123, '6.1 kB'],
    [12_960, '13.0 kB'],
  ])('prints %i bytes as %s', (bytes, printed) => {
    expect(kilobytes(bytes)).toBe(printed)
  })
})
