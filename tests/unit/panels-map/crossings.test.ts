import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { deriveCrossings, kilobytes } from '../../../src/panels/map/crossings'
import { runUpTo, traffic, viewOf } from '../panels-scene/log'
import type { Told } from '../panels-scene/log'

const offer = { kind: 'description', from: 'caller', description: { type: 'offer' } } as const

describe('deriveCrossings', () => {
  it('names what will cross before it has', () => {
    expect(deriveCrossings(viewOf([])).answer).toEqual([
      { kind: 'description', label: 'answer', inside: 0, crossed: false },
      { kind: 'candidates', label: 'candidate', inside: 0, crossed: false },
    ])
  })

  it('gives the size of the description and the number of candidates', () => {
    const candidate = { kind: 'candidate', from: 'caller' } as const
    const told = [
      traffic('caller', 'sent', offer),
      traffic('caller', 'sent', candidate),
      traffic('caller', 'sent', candidate),
    ]
    expect(deriveCrossings(viewOf(told)).offer).toEqual([
      { kind: 'description', label: 'offer · 6.1 kB', inside: 0, crossed: true },
      { kind: 'candidates', label: 'candidate ×2', inside: 0, crossed: true },
    ])
  })

  it('says that candidates crossed inside the description when none trickled', () => {
    const gathering = runUpTo('gather-candidates')
    const told: Told[] = [...gathering, ['caller', { type: 'pc.end-of-candidates' }]]
    const sending = runUpTo('send-offer').slice(gathering.length)
    const view = viewOf([...told, ...sending], { ...DEFAULT_SETTINGS, trickle: false })
    expect(deriveCrossings(view).offer[1]).toEqual({
      kind: 'candidates',
      label: 'candidate',
      inside: 1,
      crossed: true,
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
